import type { Period } from '@guatu/kernel'
import type { Words } from '../check/index.ts'
import type { FieldId, FieldValue } from '../facts/index.ts'
import type { ChangeRefused } from '../return/refused.ts'

/** A data row of a file after recognition: canonical values by field, nothing where a cell was blank. */
export interface ImportRow {
  readonly row: number
  readonly values: Readonly<Record<FieldId, ImportValue>>
  /** Cells that could not be read: the row is bad as a whole. */
  readonly faults: readonly ImportFinding[]
}

export interface ImportValue {
  readonly value: FieldValue
  /** The cell held a formula; its cached value was taken. */
  readonly computed?: true
}

/** What the bureau chose for the file and for single rows. */
export interface ImportChoices {
  /** Of figures; a period column in the file goes before it. */
  readonly period?: Period
  /** List that the projects are put on; a list column in the file goes before it. */
  readonly list?: string
  /** Whether 完成投资 is the year to date or the single month. */
  readonly figuresAre: 'cumulative' | 'monthly'
  /** Row number → project id, `new` or `skip`. */
  readonly decisions: Readonly<Record<string, string>>
}

/** Why figures of a period may not be written now, of one project or of what a unit reports itself. */
export type Refuses = (period: Period, project?: string) => ChangeRefused | undefined

export interface ImportFinding {
  readonly code: ImportCode
  readonly level: 'error' | 'warning'
  readonly row: number
  /** Field or header it is about. */
  readonly field?: FieldId
  readonly params?: Readonly<Record<string, string | number>>
  /** Of the code `check`: which one of the catalogue, and what it says. */
  readonly check?: { readonly id: string; readonly message: Words }
}

export type ImportCode =
  | 'cell.unreadable'
  | 'row.no-name'
  | 'row.no-period'
  | 'row.period-not-ended'
  | 'row.twice'
  | 'row.twice-period'
  | 'row.code-and-name-differ'
  | 'row.not-yours'
  | 'list.unknown'
  | 'unit.unknown'
  | 'check'
  | 'figure.fell'
  | 'figure.negative'
  | 'months.gap'
  | ChangeRefused['code']

export interface Candidate {
  readonly project: string
  readonly name: string
  readonly why: string
  readonly whyEn: string
}

export interface Change {
  readonly field: FieldId
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  readonly computed: boolean
}

/** The figures of one indicator and period that a row gives. */
export interface RowReported {
  readonly indicator: string
  readonly unit: string
  readonly period: Period
  readonly figures: Readonly<Record<string, FieldValue>>
  readonly computed: readonly string[]
}
