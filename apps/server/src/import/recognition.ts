import {
  type AmountUnit,
  type ColumnMapping,
  type Mapping,
  pickSheet,
  type Recognition,
  recognise,
  type Sheet,
  type Workbook,
} from '@guatu/documents'
import type { Scheme } from '@guatu/scheme'
import type { SavedMapping } from '@guatu/store'
import type { Choices } from './draft.ts'
import { fieldsOf } from './fields.ts'

export interface Recognised {
  readonly sheet: Sheet
  readonly recognition: Recognition
  /** All decisions about the columns, to be kept under a name. */
  readonly mapping: Mapping
}

export const AMOUNT_UNITS: readonly AmountUnit[] = ['元', '千元', '万元', '百万元', '亿元', 'plain', '%']

/** The chosen sheet, or the best-looking one, with the saved mapping and on top of it what was chosen by hand. */
export function recogniseFile(
  workbook: Workbook,
  scheme: Scheme,
  choices: Choices,
  saved: Mapping | undefined,
): Recognised | undefined {
  const fields = fieldsOf(scheme)
  const base: Mapping = {
    ...currencyOf(scheme),
    ...saved,
    ...(choices.sheet ? { sheet: choices.sheet } : {}),
  }
  const sheet = pickSheet(workbook, fields, base)
  if (!sheet) return undefined
  const first = recognise(sheet, fields, base)
  if (!choices.columns) return { sheet, recognition: first, mapping: base }
  const mapping = { ...base, columns: decided(first, choices.columns, base.columns ?? []) }
  return { sheet, recognition: recognise(sheet, fields, mapping), mapping }
}

/** Amounts of another currency have no 万元: they are in whole units unless the file says otherwise. */
const currencyOf = (scheme: Scheme): Mapping =>
  scheme.currency.code === 'CNY'
    ? {}
    : { unit: 'plain', currency: { code: scheme.currency.code, minorPerUnit: 100 } }

/** Choices by column number, as decisions by header that hold for the next file too. */
function decided(
  { columns }: Recognition,
  chosen: NonNullable<Choices['columns']>,
  before: readonly ColumnMapping[],
): ColumnMapping[] {
  const decisions = chosen.flatMap(({ column, field, unit }): ColumnMapping[] => {
    const header = columns.find(one => one.column === column)?.header
    if (header === undefined) return []
    const nth = columns.filter(one => one.header === header && one.column <= column).length
    const known = AMOUNT_UNITS.find(one => one === unit)
    return [{ header, nth, field, ...(known ? { unit: known } : {}) }]
  })
  const same = (a: ColumnMapping, b: ColumnMapping) => a.header === b.header && (a.nth ?? 1) === (b.nth ?? 1)
  return [...decisions, ...before.filter(one => !decisions.some(decision => same(decision, one)))]
}

/** The newest saved mapping all of whose columns stand in the file. */
export function fittingMapping(
  workbook: Workbook,
  scheme: Scheme,
  saved: readonly SavedMapping[],
): SavedMapping | undefined {
  const fields = fieldsOf(scheme)
  return saved.findLast(({ body }) => {
    const mapping = body as Mapping
    const sheet = pickSheet(workbook, fields, { ...mapping, sheet: undefined })
    if (!sheet || !mapping.columns?.length) return false
    const headers = new Set(recognise(sheet, fields, mapping).columns.map(column => column.header))
    return mapping.columns.every(column => headers.has(column.header))
  })
}
