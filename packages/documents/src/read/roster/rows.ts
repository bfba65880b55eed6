import { compact } from '@guatu/kernel'
import { isExample } from '../../template/example.ts'
import type { Sheet, Workbook } from '../grid.ts'
import type { RosterFault, RosterFaultCode } from './model.ts'

/** Lines of one sheet that are looked at; a jurisdiction has fewer units and posts. */
export const ROSTER_LIMIT = 5_000
const HEADER_WITHIN = 10

/** A line of a form: its texts by field, and a way to fault one of them. */
export interface FormRow<Field extends string> {
  readonly row: number
  readonly texts: Readonly<Record<Field, string>>
}

export interface FormSheet<Field extends string> {
  readonly sheet: string
  readonly rows: readonly FormRow<Field>[]
  readonly columns: Readonly<Record<string, number>>
  fault(
    row: number,
    field: Field | undefined,
    code: RosterFaultCode,
    params?: RosterFault['params'],
  ): RosterFault
}

/** The lines under the header of a sheet, whatever the order of its columns; faults where sheet or header is missing. */
export function readForm<Field extends string>(
  workbook: Workbook,
  name: string,
  headers: Readonly<Record<Field, string>>,
  required: readonly NoInfer<Field>[],
): { readonly form: FormSheet<Field>; readonly faults: readonly RosterFault[] } {
  const fields = Object.keys(headers) as Field[]
  const sheet = workbook.sheets.find(one => compact(one.name) === compact(name))
  const places = sheet ? findHeader(sheet, headers) : undefined
  const fault: FormSheet<Field>['fault'] = (row, field, code, params = {}) => ({
    sheet: name,
    row,
    column: (field && places?.columns.get(field)) ?? 0,
    code,
    params: field ? { header: headers[field], ...params } : params,
  })
  const columns = Object.fromEntries(places?.columns ?? [])
  const none = { sheet: name, rows: [], columns, fault }
  if (!sheet || !places)
    return { form: none, faults: [fault(0, undefined, 'roster.sheet-missing', { name })] }
  const missing = required.filter(field => !places.columns.has(field))
  if (missing.length > 0) {
    const faults = missing.map(field =>
      fault(places.row, undefined, 'roster.header-missing', { header: headers[field] }),
    )
    return { form: none, faults }
  }
  const rows = bodyRows(sheet, places, fields)
  if (rows.length > ROSTER_LIMIT)
    return { form: none, faults: [fault(0, undefined, 'roster.too-many', { limit: ROSTER_LIMIT })] }
  return { form: { sheet: name, rows, columns, fault }, faults: [] }
}

interface Places<Field> {
  readonly row: number
  readonly columns: ReadonlyMap<Field, number>
}

/** The first line that holds at least two of the headers. */
function findHeader<Field extends string>(
  sheet: Sheet,
  headers: Readonly<Record<Field, string>>,
): Places<Field> | undefined {
  const fieldOf = new Map((Object.keys(headers) as Field[]).map(field => [compact(headers[field]), field]))
  for (const [index, cells] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = new Map<Field, number>()
    cells.forEach((cell, at) => {
      const field = fieldOf.get(compact(cell?.text ?? '').replace(/[*※]/g, ''))
      if (field && !columns.has(field)) columns.set(field, at + 1)
    })
    if (columns.size >= 2) return { row: index + 1, columns }
  }
  return undefined
}

function bodyRows<Field extends string>(
  sheet: Sheet,
  { row: header, columns }: Places<Field>,
  fields: readonly Field[],
): FormRow<Field>[] {
  const rows: FormRow<Field>[] = []
  for (const [index, cells] of sheet.rows.slice(header).entries()) {
    const text = (field: Field) => (cells[(columns.get(field) ?? 0) - 1]?.text ?? '').trim()
    const texts = Object.fromEntries(fields.map(field => [field, text(field)])) as Record<Field, string>
    const filled = fields.map(field => texts[field]).filter(one => one !== '')
    if (filled.length === 0 || filled.some(isExample)) continue
    rows.push({ row: header + index + 1, texts })
  }
  return rows
}
