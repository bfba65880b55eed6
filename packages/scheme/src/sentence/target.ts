import { valueAt } from '../dated.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import type { Given } from './light.ts'
import { type Lang, monthDay, nameOf, natureName, valueName } from './words.ts'

/** Says the values in force on `asOf`. */
export function targetSentence(
  target: Target,
  scheme: Scheme,
  lang: Lang,
  given: Given,
  asOf: string,
): string {
  const zh = lang === 'zh'
  const indicator = scheme.indicators.find(one => one.id === target.indicator)
  const what = `${scopeWords(target, scheme, lang)}${indicator ? nameOf(indicator, lang) : target.indicator}`
  const join = zh ? '、' : ', '
  const values = (end: Target['floor']) =>
    Object.entries((end && valueAt(end, asOf)) ?? {})
      .map(([name, text]) => (name === 'value' ? text : `${valueName(name, lang)}${zh ? '' : ' '}${text}`))
      .join(join)
  const floor = values(target.floor)
  const stretch = values(target.stretch)
  const quarters = target.quarters && valueAt(target.quarters, asOf)
  const asks = [
    ...(floor ? [zh ? `确保${floor}` : `at least ${floor}`] : []),
    ...(stretch ? [zh ? `力争${stretch}` : `striving for ${stretch}`] : []),
  ]
  if (quarters) {
    return zh
      ? `${what}，四个季度分别为${quarters.join('、')}。`
      : `${what}: ${quarters.join(', ')} in the four quarters.`
  }
  const due = dueWords(target.due, scheme, lang, given)
  return zh ? `${what}，${due}${asks.join('，')}。` : `${what}, ${due}: ${asks.join(', ')}.`
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

function dueWords(due: string, scheme: Scheme, lang: Lang, given: Given): string {
  const zh = lang === 'zh'
  if (due === 'year-end') return zh ? '到年底' : "by the year's end"
  if (due === 'quarter-ends') return zh ? '到各季度末' : 'by the end of each quarter'
  if (due !== 'construction-season-end') return zh ? `到${monthDay(due, lang)}` : `by ${monthDay(due, lang)}`
  const season = given['construction-season'] ?? scheme.settings['construction-season']?.default ?? ''
  const end = season.split('/')[1]
  if (!end) return zh ? '到有效施工期结束' : 'by the end of the construction season'
  return zh
    ? `到有效施工期结束（${monthDay(end, lang)}）`
    : `by the end of the construction season (${monthDay(end, lang)})`
}
