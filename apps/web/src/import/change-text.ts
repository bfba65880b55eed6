import type { ImportPreview } from '@guatu/contract'
import { fieldName, fieldType, type Telling, valueText } from '../light/reason.ts'
import { isNature } from '../why/scope.ts'

/** As the columns above name it; figures that no file column could hold, as lights do. */
export function changeName(field: string, fields: ImportPreview['fields'], telling: Telling): string {
  const one = fields.find(({ id }) => id === field)
  return one ? telling.pick(one) : fieldName(field, telling)
}

export function changeText(
  field: string,
  value: number | string | null,
  telling: Telling,
  fields: ImportPreview['fields'] = [],
): string {
  const { t, pick, vocabulary } = telling
  if (field === 'nature' && typeof value === 'string' && isNature(value)) return t(`nature.${value}`)
  const list = field === 'list' && vocabulary.lists.find(({ id }) => id === value)
  if (list) return pick(list)
  const own = fields.find(one => one.id === field)?.type
  const type = field.startsWith('plan-m') || own === 'money' ? 'money' : fieldType(field, vocabulary)
  return valueText(type, value, telling)
}
