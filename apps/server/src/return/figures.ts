import { COMMON_FIELDS, type FieldId, type FieldType, type FieldValue, STAGES } from '@guatu/domain'
import { isDay, parseRate } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'

const LONGEST_TEXT = 2_000

/** The fields that a return may name. */
export function reportable(scheme: Scheme): ReadonlyMap<FieldId, FieldType> {
  const fields = new Map<FieldId, FieldType>(
    Object.entries(COMMON_FIELDS).map(([id, { type }]) => [id, type] as const),
  )
  for (const field of scheme.fields) fields.set(field.id, field.type)
  return fields
}

/** The first figure that is of no known field or not of its field's type; undefined when all are right. */
export function badFigure(
  figures: Readonly<Record<FieldId, FieldValue | null>>,
  fields: ReadonlyMap<FieldId, FieldType>,
): FieldId | undefined {
  return Object.keys(figures).find(id => {
    const type = fields.get(id)
    const value = figures[id] ?? null
    return type === undefined || (value !== null && !fits(type, value, Object.hasOwn(COMMON_FIELDS, id)))
  })
}

/** The common amounts accumulate and cannot fall below zero; a plan's own amounts may be differences. */
function fits(type: FieldType, value: FieldValue, accumulates: boolean): boolean {
  if (typeof value === 'number')
    return (
      (type === 'money' || type === 'integer') && Number.isSafeInteger(value) && (!accumulates || value >= 0)
    )
  switch (type) {
    case 'day':
      return isDay(value)
    case 'rate':
      return parseRate(value) !== undefined
    case 'stage':
      return STAGES.some(stage => stage === value)
    case 'text':
      return value.length <= LONGEST_TEXT
    default:
      return false
  }
}
