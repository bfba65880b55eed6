import type { AmountUnit, ColumnMapping, Mapping, Recognition } from '@guatu/documents'
import { ok, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { SavedMapping } from '@guatu/store'
import type { UploadedFile } from '../http/call.ts'
import { returnPeriod } from '../session/vocabulary.ts'
import type { Choices } from './draft.ts'
import { fieldsOf, indicatorFields } from './fields.ts'
import type { FileReader, Unread } from './reader.ts'

export interface Recognised {
  readonly recognition: Recognition
  /** All decisions about the columns, to be kept under a name. */
  readonly mapping: Mapping
}

export const AMOUNT_UNITS: readonly AmountUnit[] = [
  '元',
  '千元',
  '万元',
  '百万元',
  '亿元',
  'plain',
  'million',
  '%',
]

/** The chosen sheet, or the best-looking one, with the saved mapping and on top of it what was chosen by hand. */
export async function recogniseFile(
  reader: FileReader,
  file: UploadedFile,
  scheme: Scheme,
  choices: Choices,
  saved: Mapping | undefined,
): Promise<Result<Recognised, Unread>> {
  const fields = fieldsOf(scheme)
  const indicators = indicatorFields(scheme)
  const base: Mapping = {
    ...groundOf(scheme),
    ...saved,
    ...(choices.sheet ? { sheet: choices.sheet } : {}),
    ...(choices.holds ? { holds: choices.holds } : {}),
  }
  const first = await reader.recognise(file, fields, base, indicators)
  if (!first.ok) return first
  const { holds } = first.value
  if (!choices.columns) return ok({ recognition: first.value, mapping: { ...base, holds } })
  const mapping = { ...base, holds, columns: decided(first.value, choices.columns, base.columns ?? []) }
  const second = await reader.recognise(file, fields, mapping, indicators)
  return second.ok ? ok({ recognition: second.value, mapping }) : second
}

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

/** The last of the saved mappings all of whose columns stand in the file. */
export async function fittingMapping(
  reader: FileReader,
  file: UploadedFile,
  scheme: Scheme,
  saved: readonly SavedMapping[],
): Promise<SavedMapping | undefined> {
  if (saved.length === 0) return undefined
  const plain = await reader.recognise(file, fieldsOf(scheme), groundOf(scheme), indicatorFields(scheme))
  if (!plain.ok) return undefined
  const headers = new Set(plain.value.columns.map(column => column.header))
  return saved.findLast(({ body }) => {
    const { columns = [] } = body as Mapping
    return columns.length > 0 && columns.every(column => headers.has(column.header))
  })
}
