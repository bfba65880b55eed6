import { type FieldSpec, PROJECT_FIELDS } from '@guatu/documents'
import type { Scheme } from '@guatu/scheme'

/** What a column may hold: the common figures and those that the plan adds. */
export const fieldsOf = (scheme: Scheme): FieldSpec[] => [
  ...PROJECT_FIELDS,
  ...scheme.fields.map(({ id, type, name, nameEn }) => ({ id, type, names: [name, nameEn, id] })),
]

export interface FieldName {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

const isAscii = (text: string) => /^[\x20-\x7e]+$/.test(text)

export const fieldName = ({ id, names }: FieldSpec): FieldName => ({
  id,
  name: names[0] ?? id,
  nameEn: names.findLast(isAscii) ?? id.replaceAll('-', ' '),
})
