import type { FieldType, Figure } from '../../return/draft.ts'

/** A field that the return asks, as one column. */
export interface GridColumn {
  readonly id: string
  readonly type: FieldType
  readonly name: string
  readonly nameEn: string
  /** Further headers it goes by in people's own tables. */
  readonly names?: readonly string[]
}

/** What is known of a cell before anything is typed. */
export interface Known {
  /** Stands in the box already: in force for this period, or filled in beforehand. */
  readonly now?: Figure
  /** Of the period before. */
  readonly last?: Figure
  /** The plan to this period. */
  readonly plan?: Figure
}

/** A project asked by the return. */
export interface GridRow {
  readonly id: string
  readonly code?: string
  readonly name: string
  /** What it was called before. */
  readonly otherNames?: readonly string[]
  readonly cells: Readonly<Record<string, Known>>
}

/** Why a text is not taken for a figure. */
export const DOUBTS = [
  'not-money',
  'bracketed',
  'too-large',
  'not-whole',
  'no-percent',
  'not-a-rate',
  'not-a-day',
  'ambiguous-day',
  'unknown-stage',
  'too-long',
  'merged-amount',
  'error-value',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** What was done to a figure that was taken. */
export type Note = 'last-day' | 'rounded'

/** What a person put into a cell. */
export interface Typed {
  readonly text: string
  readonly by: 'typed' | 'pasted'
  /** Null takes the figure back; absent while the text is no figure. */
  readonly value?: Figure | null
  readonly doubt?: Doubt
  readonly note?: Note
}

/** By project, then by field; a cell that nobody touched is not in it. */
export type TypedCells = Readonly<Record<string, Readonly<Record<string, Typed>>>>

export type CellState = 'untouched' | 'typed' | 'pasted' | 'bad'
export const stateOf = (typed: Typed | undefined): CellState =>
  !typed ? 'untouched' : typed.doubt ? 'bad' : typed.by

/** The figure that counts; null where there is none or the text is no figure. */
export function figureOf(row: GridRow, field: string, typed: Typed | undefined): Figure | null {
  return typed ? (typed.value ?? null) : (row.cells[field]?.now ?? null)
}
