import type { ReturnSheet } from '@guatu/contract'
import type { GridColumn, GridRow, TypedCells } from '../grid/model/cell.ts'
import { stated } from '../grid/model/put.ts'
import type { ReadAs } from '../grid/model/read-cell.ts'
import type { Draft } from '../return/draft.ts'

type Row = ReturnSheet['rows'][number]
type Field = ReturnSheet['fields'][number]
/** What was typed, by project and field; read anew wherever it is opened. */
export type Texts = Readonly<Record<string, Draft>>

export const columnsOf = (fields: readonly Field[]): GridColumn[] =>
  fields.map(({ id, type, name, nameEn }) => ({ id, type, name, nameEn }))

/** Facts that last stand there already; amounts are asked anew each period. */
const LASTS: ReadonlySet<Field['type']> = new Set(['stage', 'day'])

export const rowsOf = (rows: readonly Row[], fields: readonly Field[], prefills: boolean): GridRow[] =>
  rows.map(row => ({
    id: row.project,
    name: row.name,
    cells: Object.fromEntries(
      fields.map(({ id, type }) => {
        const cell = row.cells[id]
        const last = cell?.last?.value
        const filled = prefills && LASTS.has(type) ? last : undefined
        return [id, { now: cell?.value ?? filled, last, plan: cell?.plan ?? undefined }]
      }),
    ),
  }))

export const textsOf = (typed: TypedCells): Texts =>
  Object.fromEntries(
    Object.entries(typed).map(([project, cells]) => [
      project,
      Object.fromEntries(Object.entries(cells).map(([field, { text }]) => [field, text])),
    ]),
  )

/** Cells that are no longer asked, or already stand as they were typed, fall away. */
export function typedOf(
  texts: Texts,
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  as: ReadAs,
): TypedCells {
  const typed = rows.map(row => {
    const cells = columns.flatMap(column => {
      const text = texts[row.id]?.[column.id]
      const cell = text === undefined ? undefined : stated(row, column, text, as)
      return cell ? [[column.id, cell] as const] : []
    })
    return [row.id, Object.fromEntries(cells)] as const
  })
  return Object.fromEntries(typed.filter(([, cells]) => Object.keys(cells).length > 0))
}
