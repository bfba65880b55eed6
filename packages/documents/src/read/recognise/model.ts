import type { AmountUnit, DayPrecision, Measure, MonthSpan, Period, Rate, Result } from '@guatu/kernel'

export { AMOUNT_UNITS, type AmountUnit, DOUBTFUL, type Measure, type MonthSpan } from '@guatu/kernel'

export type FieldType =
  | 'text'
  | 'money'
  | 'rate'
  | 'day'
  | 'month'
  | 'integer'
  | 'stage'
  | 'nature'
  /** A month, quarter, half or year as the cell names it; a day gives its month. */
  | 'period'
  /** A number of no known unit, kept as exact decimal text. */
  | 'decimal'

/** A row for each project, or a row for each period with a column for each indicator that a unit reports. */
export type Holds = 'projects' | 'reported'

/** A figure or attribute that a column may hold; `names` are the headers it goes by, Chinese and English. */
export interface FieldSpec {
  readonly id: string
  readonly type: FieldType
  readonly names: readonly string[]
  readonly required?: boolean
}

export interface RecognisedColumn {
  readonly column: number
  /** Texts of the header rows from the top, joined by `/`. */
  readonly header: string
  readonly field?: string
  /** Fields that a saved decision fills from the same cell. */
  readonly also?: readonly string[]
  /** 1 for a saved decision or the very name, below `DOUBTFUL` to be looked at, 0 without a field. */
  readonly confidence: number
  readonly unit?: AmountUnit
  readonly unitFrom?: 'header' | 'title' | 'mapping'
  readonly dateFormat?: string | readonly string[]
  readonly measure?: Measure
  /** Months the header names: 1-5月 is 1 to 5. */
  readonly months?: MonthSpan
  /** 序号. */
  readonly serial?: true
}

export interface ParsedValue {
  /** Money in minor units; rate as a fraction; day `YYYY-MM-DD`; month `YYYY-MM`; stage and nature as ids; decimals as text. */
  readonly value: string | number | Rate
  /** The cell as it stood. */
  readonly raw: string
  readonly computed?: true
  /** Finer than the minor unit; rounded half away from zero. */
  readonly rounded?: true
  /** A day given only as a month or longer: `value` is its last day. */
  readonly precision?: DayPrecision
}

export const CELL_FAULTS = [
  'cell.not-a-number',
  'cell.too-large',
  'cell.unit-unknown',
  'cell.not-a-day',
  /** 2020.1 typed as a number is January or October. */
  'cell.ambiguous-day',
  'cell.unknown-word',
  'cell.missing',
  'cell.error-value',
  /** A formula whose value was never stored: to be opened and saved once. */
  'cell.not-calculated',
] as const
export type CellFaultCode = (typeof CELL_FAULTS)[number]

export interface CellFault {
  readonly code: CellFaultCode
  readonly params: {
    readonly sheet: string
    readonly row: number
    readonly column: number
    readonly header: string
    readonly field: string
    readonly text: string
  }
}

export type FieldValue = Result<ParsedValue, CellFault>

export type RowKind = 'data' | 'subtotal' | 'section' | 'title' | 'header' | 'note' | 'blank'

/** A subtotal's figure against the sum of its parts, in the field's own integers (分 for money). */
export interface PartsCheck {
  readonly column: number
  readonly field: string
  readonly header: string
  readonly state: 'agrees' | 'differs' | 'cannot-check'
  readonly stated?: number
  readonly parts?: number
  /** stated − parts; may be other than 0 when it `agrees` within the rounding of the stated figure. */
  readonly difference?: number
  /** How many data rows were summed. */
  readonly rows: number
}

export interface RecognisedRow {
  readonly row: number
  readonly kind: RowKind
  /** What a row that is no data says. */
  readonly text?: string
  /** Headings above the row, outermost first, joined by `/`, without numbering and counts. */
  readonly section?: string
  /** Data rows only; a blank cell is absent: not reported. */
  readonly values: Readonly<Record<string, FieldValue>>
  /** Subtotals, and sections that state figures. */
  readonly checks?: readonly PartsCheck[]
}

export interface PeriodHint {
  /** Absent where the text names months but no year. */
  readonly period?: Period
  readonly months?: MonthSpan
  /** The text says that figures run from the start of the year. */
  readonly cumulative: boolean
  readonly text: string
  /** Absent when the sheet's name says it. */
  readonly row?: number
}

export const FINDINGS = [
  'header.not-found',
  'field.required-missing',
  /** Matched by likeness only. */
  'column.doubtful',
  'column.claimed-twice',
  'column.unknown',
  /** 累计完成 without saying since when. */
  'column.cumulative-unclear',
  'unit.unknown',
  'amount.merged',
  'amount.rounded',
  'subtotal.differs',
  'section.count-differs',
  'code.check-digit',
  'code.shape',
  'rows.same-code',
] as const

export interface Finding {
  readonly code: (typeof FINDINGS)[number]
  readonly params: Readonly<Record<string, string | number>>
}

export interface Recognition {
  readonly sheet: string
  readonly holds: Holds
  readonly headerRows: readonly number[]
  readonly columns: readonly RecognisedColumn[]
  /** Every row of the sheet in order, so that a preview can say what happens to each. */
  readonly rows: readonly RecognisedRow[]
  readonly period?: PeriodHint
  readonly findings: readonly Finding[]
  /** `row.classified`: nothing of the file may be taken or shown; `rows` is empty. */
  readonly blocked?: ClassifiedFault
}

export interface ClassifiedFault {
  readonly code: 'row.classified'
  readonly params: { readonly sheet: string; readonly row: number; readonly column: number }
}
