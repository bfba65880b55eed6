import { fieldName, valueText } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { askedFields, type FieldType, type Figure } from './draft.ts'

/** Names and values of figures by their field alone, as on every other screen. */
export function useFieldValue() {
  const telling = useTelling()
  const types = new Map<string, FieldType>([
    ...askedFields(telling.vocabulary.fields).map(({ id, type }) => [id, type] as const),
    ...telling.vocabulary.fields.map(({ id, type }) => [id, type] as const),
  ])
  return {
    name: (field: string) => fieldName(field, telling),
    value: (field: string, value: Figure | null) => valueText(types.get(field) ?? 'text', value, telling),
  }
}
