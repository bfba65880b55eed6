import type { Cadence, Scheme } from '@guatu/scheme'
import { COMMON_FIELDS, type FieldId } from '../facts/index.ts'

/** Asked of every project, whatever the plan judges by. */
const ALWAYS: readonly FieldId[] = ['stage', 'progress', 'problem']

/** Fields that a cadence asks, common ones first: those it names, or those that the plan judges by and its own. */
export function askedFields(scheme: Scheme, { asks }: Pick<Cadence, 'asks'>): FieldId[] {
  const order = [...Object.keys(COMMON_FIELDS), ...scheme.fields.map(field => field.id)]
  if (asks) return order.filter(field => asks.includes(field))
  const named = namesIn([scheme.lights, scheme.indicators, scheme.targets])
  const own = scheme.fields.map(field => field.id)
  return order.filter(field => named.has(field) || ALWAYS.includes(field) || own.includes(field))
}

/** Every text and key inside plain data. */
function namesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value === 'string') names.add(value)
  if (typeof value !== 'object' || value === null) return names
  for (const [key, inner] of Object.entries(value)) {
    names.add(key)
    namesIn(inner, names)
  }
  return names
}
