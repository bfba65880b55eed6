import type { Band } from '../language/light.ts'
import type { Limit } from '../language/limit.ts'
import type { Measure } from '../language/measure.ts'
import { type Lang, limitWords } from './words.ts'

/** The two ends of a band and which side owns each edge. */
interface Ends {
  readonly low?: { readonly text: string; readonly owned: boolean }
  readonly high?: { readonly text: string; readonly owned: boolean }
}

/** Which values fall in a band, in words. `text` gives a cut as written, settings resolved. */
export function rangeWords(
  before: Band | undefined,
  band: Band,
  kind: Measure['kind'],
  text: (limit: Limit) => string,
  lang: Lang,
): string {
  const low = before?.below ?? before?.upTo
  const high = band.below ?? band.upTo
  const ends: Ends = {
    low: low === undefined ? undefined : { text: text(low), owned: before?.below !== undefined },
    high: high === undefined ? undefined : { text: text(high), owned: band.upTo !== undefined },
  }
  if (kind === 'days-late' || kind === 'working-days-late') return lateWords(ends, kind, lang)
  if (kind === 'months-late' && high === '0mo') return lang === 'zh' ? '没有超期' : 'in time'
  const behind = kind === 'gap' && [ends.low, ends.high].every(end => !end || /^-|^0/.test(end.text))
  const words = behind ? lagWords(ends, lang) : plainWords(ends, lang)
  return words.join(lang === 'zh' ? '、' : ' and ') || (lang === 'zh' ? '一律' : 'always')
}

function plainWords({ low, high }: Ends, lang: Lang): string[] {
  const say = (end: { text: string }) => limitWords(end.text, lang)
  const from =
    low &&
    (lang === 'zh'
      ? low.owned
        ? `${say(low)}及以上`
        : `超过${say(low)}`
      : `${low.owned ? 'from' : 'over'} ${say(low)}`)
  const to =
    high &&
    (lang === 'zh'
      ? `${high.owned ? '不超过' : '不到'}${say(high)}`
      : `${high.owned ? 'up to' : 'under'} ${say(high)}`)
  return [from, to].filter(part => part !== undefined)
}

/** Negative points are said as a lag: under -20 is more than 20 behind. */
function lagWords({ low, high }: Ends, lang: Lang): string[] {
  const say = (end: { text: string }) => limitWords(end.text.replace('-', ''), lang)
  const least =
    high &&
    (lang === 'zh'
      ? high.owned
        ? `落后${say(high)}及以上`
        : `落后超过${say(high)}`
      : `${high.owned ? 'at least' : 'more than'} ${say(high)} behind`)
  const most =
    low &&
    (lang === 'zh'
      ? `${least ? '' : '落后'}${low.owned ? '不超过' : '不到'}${say(low)}`
      : `${low.owned ? 'at most' : 'less than'} ${say(low)} behind`)
  return [least, most].filter(part => part !== undefined)
}

/** Days late are whole: over 30 is 31 and more, and none late is in time. */
function lateWords({ low, high }: Ends, kind: Measure['kind'], lang: Lang): string {
  const days = (end: { text: string } | undefined) => Number.parseInt(end?.text ?? '0', 10)
  const first = low ? days(low) + (low.owned ? 0 : 1) : 0
  const last = high ? days(high) - (high.owned ? 0 : 1) : undefined
  const zh = lang === 'zh'
  const [unit, unitEn] = kind === 'days-late' ? ['天', 'days'] : ['个工作日', 'working days']
  if (last === undefined) return zh ? `${first}${unit}及以上` : `${first} ${unitEn} and more`
  if (last <= 0) return zh ? '没有超期' : 'in time'
  return zh ? `${first}至${last}${unit}` : `${first} to ${last} ${unitEn}`
}
