import type { FieldId, FieldValue } from '../facts/index.ts'
import type { Figure } from '../project/index.ts'

/** Figures in one flat array, four members each: field, value, period, entry. A fifth of a map's memory. */
export type Packed = readonly (FieldValue | undefined)[]

export function pack(figures: ReadonlyMap<FieldId, Figure>, only?: ReadonlySet<FieldId>): Packed {
  const packed: (FieldValue | undefined)[] = []
  for (const [field, { value, period, entry }] of figures) {
    if (only && !only.has(field)) continue
    packed.push(oneOf(field), typeof value === 'string' ? oneOf(value) : value, oneOf(period), entry)
  }
  return packed
}

export function unpack(packed: Packed): Map<FieldId, Figure> {
  const figures = new Map<FieldId, Figure>()
  for (let at = 0; at < packed.length; at += 4) {
    figures.set(packed[at] as FieldId, {
      value: packed[at + 1] as FieldValue,
      period: packed[at + 2] as string,
      entry: packed[at + 3] as number | undefined,
    })
  }
  return figures
}

const SHORT = 20
const KEPT = 20_000
const texts = new Map<string, string>()

/** One copy of a short text that many projects carry: a period, a stage, the id of a unit. */
export function oneOf(text: string): string {
  if (text.length > SHORT) return text
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size >= KEPT) texts.clear()
  texts.set(text, text)
  return text
}
