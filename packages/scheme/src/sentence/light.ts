import type { Band, Light } from '../language/light.ts'
import type { Limit } from '../language/limit.ts'
import type { Scheme } from '../language/scheme.ts'
import { conditionWords } from './condition.ts'
import { filterWords } from './filter.ts'
import { consequences, exemption, streaks } from './leads.ts'
import { measureWords } from './quantity.ts'
import { rangeWords } from './range.ts'
import { type Lang, monthDay, nameOf } from './words.ts'

/** Setting id → text in force. */
export type Given = Readonly<Record<string, string>>

export function lightSentence(light: Light, scheme: Scheme, lang: Lang, given: Given): string {
  const text = (limit: Limit) =>
    typeof limit === 'string' ? limit : settingText(scheme, given, limit.setting)
  const zh = lang === 'zh'
  const colour = (one: Band['colour']) => {
    const id = typeof one === 'string' ? one : settingText(scheme, given, one.setting)
    const found = scheme.colours.find(colour => colour.id === id)
    return found ? nameOf(found, lang) : id
  }
  const shown = (range: string, { colour: id, unstated }: Pick<Band, 'colour' | 'unstated'>) => {
    if (zh) return `${range}为${colour(id)}${unstated ? '（原文未规定）' : ''}`
    return `${range} ${colour(id)}${unstated ? ' (the plan leaves it open)' : ''}`
  }
  const { measure, rows = [] } = light
  const ranges = measure
    ? light.bands.map((band, index) =>
        shown(rangeWords(light.bands[index - 1], band, measure.kind, text, lang), band),
      )
    : rows.map(row =>
        shown(row.when ? conditionWords(row.when, scheme, text, lang) : zh ? '其余' : 'else', row),
      )
  const about = measure ? `${measureWords(measure, scheme, lang)}${zh ? '：' : ': '}` : ''
  const parts = [
    `${about}${ranges.join(zh ? '；' : '; ')}`,
    ...filterWords(light.where, scheme, lang),
    ...season(light, scheme, lang, given),
    ...streaks(light, scheme, lang),
    ...exemption(light, scheme, lang),
    ...consequences(light, scheme, lang),
  ]
  return lang === 'zh' ? `${parts.join('。')}。` : `${parts.map(capital).join('. ')}.`
}

export const settingText = (scheme: Scheme, given: Given, id: string) =>
  given[id] ?? scheme.settings[id]?.default ?? id
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function season({ during }: Light, scheme: Scheme, lang: Lang, given: Given): string[] {
  if (!during) return []
  const [first = '', last = ''] = settingText(scheme, given, during.setting).split('/')
  const days = [monthDay(first, lang), monthDay(last, lang)]
  return [lang === 'zh' ? `只在${days.join('至')}判定` : `judged from ${days.join(' to ')} only`]
}
