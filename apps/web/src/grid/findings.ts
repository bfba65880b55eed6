import type { Figure } from '../return/draft.ts'
import {
  type CellState,
  figureOf,
  type GridColumn,
  type GridRow,
  type Known,
  stateOf,
  type TypedCells,
} from './model/cell.ts'
import type { Filter } from './model/state.ts'

/** What a check says of a cell, or of the whole row where `field` is absent. */
export interface Finding {
  readonly check: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly project: string
  readonly field?: string
  readonly message: { readonly zh: string; readonly en: string }
  readonly needsReason?: boolean
}

/** A row with all that stands in its boxes: typed figures before those already there; null where there is none. */
export interface FilledRow {
  readonly project: string
  readonly figures: Readonly<Record<string, Figure | null>>
  readonly states: Readonly<Record<string, CellState>>
  readonly known: Readonly<Record<string, Known>>
}

export function filledRow(columns: readonly GridColumn[], all: TypedCells, row: GridRow): FilledRow {
  const typed = all[row.id]
  const figures: Record<string, Figure | null> = {}
  const states: Record<string, CellState> = {}
  for (const { id } of columns) {
    figures[id] = figureOf(row, id, typed?.[id])
    states[id] = stateOf(typed?.[id])
  }
  return { project: row.id, figures, states, known: row.cells }
}

/** Findings by project. */
export type Found = ReadonlyMap<string, readonly Finding[]>

export function byProject(findings: readonly Finding[]): Found {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const own = found.get(finding.project)
    if (own) own.push(finding)
    else found.set(finding.project, [finding])
  }
  return found
}

/** Places of the rows that a view shows; a row counts as empty while any of its boxes is. */
export function viewOf(view: Filter, filled: readonly FilledRow[], found: Found): number[] {
  const shown = (row: FilledRow) => {
    if (view === 'findings') return found.has(row.project) || Object.values(row.states).includes('bad')
    return view === 'all' || Object.values(row.figures).includes(null)
  }
  return filled.flatMap((row, place) => (shown(row) ? [place] : []))
}

const GRAVEST = ['error', 'warning', 'note'] as const
export const gravest = (findings: readonly Finding[]): Finding['severity'] | undefined =>
  GRAVEST.find(severity => findings.some(finding => finding.severity === severity))
/** Never colour alone. */
export const SIGNS: Readonly<Record<Finding['severity'], string>> = { error: '✕', warning: '▲', note: 'ⓘ' }
