import type { Light, Limit, Measure } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import { rangeWords } from './range.ts'
import { actionName, type Lang, monthDay, nameOf, postName, quantityWords } from './words.ts'

/** Setting id → text in force. */
export type Given = Readonly<Record<string, string>>

export function lightSentence(light: Light, scheme: Scheme, lang: Lang, given: Given): string {
  const text = (limit: Limit) =>
    typeof limit === 'string' ? limit : settingText(scheme, given, limit.setting)
  const bands = light.bands.map((band, index) => {
    const range = rangeWords(light.bands[index - 1], band, light.measure.kind, text, lang)
    const id = typeof band.colour === 'string' ? band.colour : settingText(scheme, given, band.colour.setting)
    const colour = scheme.colours.find(one => one.id === id)
    const name = colour ? nameOf(colour, lang) : id
    if (lang === 'zh') return `${range}为${name}${band.unstated ? '（原文未规定）' : ''}`
    return `${range} ${name}${band.unstated ? ' (the plan leaves it open)' : ''}`
  })
  const parts = [
    `${measureWords(light.measure, scheme, lang)}${lang === 'zh' ? '：' : ': '}${bands.join(lang === 'zh' ? '；' : '; ')}`,
    ...season(light, scheme, lang, given),
    ...consequences(light, scheme, lang),
  ]
  return lang === 'zh' ? `${parts.join('。')}。` : `${parts.map(capital).join('. ')}.`
}

export const settingText = (scheme: Scheme, given: Given, id: string) =>
  given[id] ?? scheme.settings[id]?.default ?? id
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function measureWords(measure: Measure, scheme: Scheme, lang: Lang): string {
  const say = (quantity: Parameters<typeof quantityWords>[0]) => quantityWords(quantity, scheme, lang)
  const zh = lang === 'zh'
  switch (measure.kind) {
    case 'ratio':
      return zh
        ? `${say(measure.of)}占${say(measure.to)}的比例`
        : `${say(measure.of)} over ${say(measure.to)}`
    case 'gap':
      return zh
        ? `${say(measure.of)}与${say(measure.to)}相比，按占${say(measure.base)}的百分点`
        : `${say(measure.of)} less ${say(measure.to)}, in points of ${say(measure.base)}`
    case 'growth':
      return zh
        ? `${say(measure.of)}比${say(measure.from)}增长`
        : `growth of ${say(measure.of)} on ${say(measure.from)}`
    case 'days-late':
      return zh
        ? `过了${say(measure.due)}还没有${say(measure.done)}的天数`
        : `days past ${say(measure.due)} without ${say(measure.done)}`
    case 'slip':
      return zh
        ? `${say(measure.of)}比${say(measure.from)}推迟的天数`
        : `days that ${say(measure.of)} has slipped from ${say(measure.from)}`
  }
}

function season({ during }: Light, scheme: Scheme, lang: Lang, given: Given): string[] {
  if (!during) return []
  const [first = '', last = ''] = settingText(scheme, given, during.setting).split('/')
  const days = [monthDay(first, lang), monthDay(last, lang)]
  return [lang === 'zh' ? `只在${days.join('至')}判定` : `judged from ${days.join(' to ')} only`]
}

function consequences({ leadsTo }: Light, scheme: Scheme, lang: Lang): string[] {
  return Object.entries(leadsTo).map(([id, { action, confirm }]) => {
    const colour = scheme.colours.find(one => one.id === id)
    const name = colour ? nameOf(colour, lang) : id
    const [what, who] = [actionName(action, lang), postName(confirm, lang)]
    return lang === 'zh'
      ? `${name}灯提出${what}，由${who}确认`
      : `${name} proposes ${what}, confirmed by ${who}`
  })
}
