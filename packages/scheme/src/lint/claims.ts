import { leavesOf } from '../language/condition.ts'
import type { Light } from '../language/light.ts'
import type { Limit } from '../language/limit.ts'
import type { Scheme } from '../language/scheme.ts'
import { KINDS, type PlacedItem } from './items.ts'

/** Kinds of which every number is claimed, wherever it stands in the item. */
const WHOLE: ReadonlySet<string> = new Set(
  Object.keys(KINDS).filter(key => !['lists', 'indicators', 'targets', 'cadences', 'lights'].includes(key)),
)
/** Parts that hold words, names and days, where a digit claims nothing. */
const WORDS = new Set(['id', 'covers', 'clause', 'terms', 'owners', 'due', 'lead', 'with'])
const WRITTEN = /^-?\d+(\.\d+)?\s*(%|pp|d|[万亿]?[元个项家座亩$£€]?|[万亿]?美元)$/

/** Texts that hold the numbers which an item claims of its clause. */
export function claims(scheme: Scheme, { key, index, item }: PlacedItem): string[] {
  if (key === 'targets') {
    const target = scheme.targets[index]
    const named = [target?.floor, target?.stretch].flatMap(dated => Object.values(dated ?? {}))
    const quarters = Object.values(target?.quarters ?? {}).flat()
    const years = Object.values(target?.years ?? {}).flatMap(values => Object.values(values))
    return [...named.flatMap(values => Object.values(values)), ...quarters, ...years]
  }
  if (key === 'lists') return scheme.lists[index]?.states.map(one => String(one.value)) ?? []
  if (key === 'lights') {
    const light = scheme.lights[index]
    return light ? lightClaims(light).filter(limit => typeof limit === 'string') : []
  }
  return WHOLE.has(key) ? numbersIn(item) : []
}

/** Cuts of bands and of conditions, and how many periods a streak is. */
function lightClaims({ bands, rows, streak }: Light): (Limit | undefined)[] {
  const conditions = (rows ?? []).flatMap(({ when }) => (when ? leavesOf(when) : []))
  return [
    ...bands.flatMap(band => [band.below, band.upTo]),
    ...conditions.flatMap(leaf => ('measure' in leaf ? Object.values(leaf.is) : [])),
    ...streak.map(one => String(one.periods)),
  ]
}

/** Nothing and one are seldom written as a number. */
function numbersIn(value: unknown): string[] {
  if (typeof value === 'number') return value === 0 || value === 1 ? [] : [String(Math.abs(value))]
  if (typeof value === 'string') return WRITTEN.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (WORDS.has(name) ? [] : numbersIn(one)))
}

const DIGITS = '零一二三四五六七八九'

/** Numbers as they stand in a text, those in words too: 两次 is 2, 十五 is 15, 百分之六十 is 60. */
export function numerals(text: string): string[] {
  const plain = text.normalize('NFKC')
  const words = plain.match(/[一二两三四五六七八九十百]+/g) ?? []
  return [...(plain.match(/\d+(\.\d+)?/g) ?? []), ...words.map(valueOfWord)]
}

function valueOfWord(word: string): string {
  let [value, digit] = [0, 0]
  for (const char of word.replaceAll('两', '二')) {
    const scale = char === '十' ? 10 : char === '百' ? 100 : 0
    if (scale > 0) {
      value += (digit || 1) * scale
      digit = 0
    } else digit = DIGITS.indexOf(char)
  }
  return String(value + digit)
}
