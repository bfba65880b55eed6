import { valueAt } from '../dated.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import { baseWords } from './base.ts'
import { dueWords } from './due.ts'
import { type Given, settingText } from './light.ts'
import { type Lang, nameOf, natureName, valueName } from './words.ts'

/** Says the values in force on `asOf`. */
export function targetSentence(
  target: Target,
  scheme: Scheme,
  lang: Lang,
  given: Given,
  asOf: string,
): string {
  const zh = lang === 'zh'
  const id =
    typeof target.indicator === 'string'
      ? target.indicator
      : settingText(scheme, given, target.indicator.setting)
  const indicator = scheme.indicators.find(one => one.id === id)
  const what = `${scopeWords(target, scheme, lang)}${indicator ? nameOf(indicator, lang) : id}`
  const join = zh ? '、' : ', '
  const against = target.base && baseWords(target.base, scheme, lang, given)
  const say = (text: string) => `${exceedsWords(target, lang)}${against ? against(text) : text}`
  const values = (end: Target['floor']) =>
    Object.entries((end && valueAt(end, asOf)) ?? {})
      .map(([name, text]) =>
        name === 'value' || against ? say(text) : `${valueName(name, lang)}${zh ? '' : ' '}${say(text)}`,
      )
      .join(join)
  const floor = values(target.floor)
  const stretch = values(target.stretch)
  const quarters = target.quarters && valueAt(target.quarters, asOf)
  const years = target.years && valueAt(target.years, asOf)
  const asks = [
    ...(floor ? [zh ? `确保${floor}` : `at least ${floor}`] : []),
    ...(stretch ? [zh ? `力争${stretch}` : `striving for ${stretch}`] : []),
  ]
  if (quarters) {
    return zh
      ? `${what}，四个季度分别为${quarters.join('、')}。`
      : `${what}: ${quarters.join(', ')} in the four quarters.`
  }
  if (years) {
    const each = Object.entries(years).map(([year, text]) => (zh ? `${year}年${text}` : `${text} in ${year}`))
    return zh ? `${what}，${each.join('、')}。` : `${what}: ${each.join(', ')}.`
  }
  const due = `${overWords(target, scheme, lang)}${dueWords(target.due, scheme, lang, given)}`
  return zh ? `${what}，${due}${asks.join('，')}。` : `${what}, ${due}: ${asks.join(', ')}.`
}

function exceedsWords({ exceeds }: Target, lang: Lang): string {
  if (!exceeds) return ''
  return lang === 'zh' ? '超过' : 'more than '
}

function overWords({ over }: Target, { inForce }: Scheme, lang: Lang): string {
  if (over === 'year') return ''
  const from = inForce.from.slice(0, 4)
  return lang === 'zh' ? `自${from}年起累计，` : `added up since ${from}, `
}

function scopeWords({ scope }: Target, scheme: Scheme, lang: Lang): string {
  const list = scheme.lists.find(one => one.id === scope.list)
  const natures = (scope.nature ?? [])
    .map(nature => natureName(nature, lang))
    .join(lang === 'zh' ? '、' : ', ')
  if (lang === 'zh') return `${list ? list.name : ''}${natures ? `（${natures}）` : ''}`
  const named = [list?.nameEn, natures].filter(Boolean).join(', ')
  return named ? `${named}: ` : ''
}
