import type { ReturnSheet } from '@guatu/contract'
import type { FilledRow } from '../grid/findings.ts'
import type { GridColumn, GridRow } from '../grid/model/cell.ts'
import { stated, typedText } from '../grid/model/put.ts'
import type { ReadAs } from '../grid/model/read-cell.ts'
import type { Assignment } from '../grid/model/reduce.ts'
import type { Figure } from '../return/draft.ts'

type Row = ReturnSheet['rows'][number]

export interface Work {
  /** Figures that differ from those in the ledger; a row without such is left out. */
  readonly rows: readonly {
    readonly project: string
    readonly figures: Readonly<Record<string, Figure | null>>
  }[]
  /** Cells whose text is no figure. */
  readonly unreadable: number
  /** Cells that had a figure of this period already. */
  readonly corrected: number
  /** Projects for which nobody has given a figure of this period. */
  readonly empty: readonly string[]
}

export function readWork(rows: readonly Row[], filled: readonly FilledRow[]): Work {
  const byProject = new Map(rows.map(row => [row.project, row]))
  const read = filled.flatMap(one => {
    const row = byProject.get(one.project)
    return row ? [readRow(row, one)] : []
  })
  const sum = (of: (one: (typeof read)[number]) => number) => read.reduce((total, one) => total + of(one), 0)
  return {
    rows: read
      .filter(one => Object.keys(one.figures).length > 0)
      .map(({ project, figures }) => ({ project, figures })),
    unreadable: sum(one => one.unreadable),
    corrected: sum(one => one.corrected),
    empty: read.filter(one => one.empty).map(one => one.project),
  }
}

function readRow(row: Row, { figures: shown, states }: FilledRow) {
  const ledger = inForce(row)
  const empty = isEmpty(row, { figures: shown, states })
  const figures: Record<string, Figure | null> = {}
  let unreadable = 0
  let corrected = 0
  for (const [field, value] of Object.entries(shown)) {
    const before = ledger[field] ?? null
    if (states[field] === 'bad') unreadable++
    // What stands there from the last period goes along with a row that somebody has filled in.
    else if (value !== before && !(empty && states[field] === 'untouched')) {
      figures[field] = value
      if (before !== null) corrected++
    }
  }
  return { project: row.project, figures, unreadable, corrected, empty }
}

/** Nothing in the ledger that stays, and nothing typed, not even what cannot be read. */
export const isEmpty = (row: Row, { figures, states }: Pick<FilledRow, 'figures' | 'states'>) =>
  Object.entries(figures).every(([field, value]) => {
    if (states[field] === 'bad') return false
    return (states[field] === 'untouched' ? (row.cells[field]?.value ?? null) : value) === null
  })

/** Figures of this period in the ledger. */
const inForce = (row: Row): Readonly<Record<string, Figure>> =>
  Object.fromEntries(
    Object.entries(row.cells).flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])),
  )

/** Empty rows take the amounts of the period before, to be looked over: a project without progress reports the same sum. */
export function lastInto(
  empty: readonly string[],
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  as: ReadAs,
): Assignment[] {
  return rows
    .filter(row => empty.includes(row.id))
    .flatMap(row =>
      columns.flatMap(column => {
        const last = row.cells[column.id]?.last
        if (column.type === 'text' || last === undefined) return []
        const text = typedText({ ...row, cells: { [column.id]: { now: last } } }, column, undefined, as)
        const typed = stated(row, column, text, as)
        return typed ? [{ project: row.id, field: column.id, typed }] : []
      }),
    )
}
