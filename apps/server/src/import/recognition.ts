import type { Mapping, TableRequest } from '@guatu/documents'
import type { Scheme } from '@guatu/scheme'
import { returnPeriod } from '../session/vocabulary.ts'
import type { Choices } from './draft.ts'
import { fieldsOf, indicatorFields } from './fields.ts'

/** What the reading thread is to look for under this plan, and what was chosen for the file. */
export const tableRequest = (
  scheme: Scheme,
  { sheet, holds, columns }: Choices,
  mapping: Mapping | undefined,
  offered: readonly Mapping[],
): TableRequest => ({
  fields: fieldsOf(scheme),
  indicators: indicatorFields(scheme),
  ground: groundOf(scheme),
  mapping,
  offered,
  sheet,
  holds,
  columns,
})

/**
 * How the plan's own files are read: amounts of another currency have no 万元, they are in whole units unless the file
 * says otherwise; where reports have no fixed months, a date in the period column is that day.
 */
const groundOf = (scheme: Scheme): Mapping => ({
  ...(scheme.currency.code === 'CNY'
    ? {}
    : { unit: 'plain', currency: { code: scheme.currency.code, minorPerUnit: 100 } }),
  ...(returnPeriod(scheme) === 'day' ? { periodKind: 'day' } : {}),
})
