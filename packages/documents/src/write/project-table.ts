import type { MoneyUnit } from '@guatu/kernel'

/** A list of projects as a sheet that our own import reads back unchanged. */
export interface ProjectTable {
  readonly title: string
  /** Unit and caliber, above the header. */
  readonly note: string
  readonly state: TableState
  readonly sheetName: string
  readonly columns: readonly TableColumn[]
  /** One value per column; null is "not reported" and leaves the cell empty. */
  readonly rows: readonly (readonly CellValue[])[]
  /** A last row 合计 with the sums of all money columns. */
  readonly totals?: boolean
}

export interface TableState {
  readonly asOf: string
  readonly seq: number
  /** The figures are made up for the demo: the sheet says 示例数据. */
  readonly synthetic?: boolean
}

/** text: string; money: integer 分; rate: a number, 1 for 100 %; day: `YYYY-MM-DD`; integer: a number. */
export type CellValue = string | number | null

export interface TableColumn {
  readonly id: string
  readonly header: string
  /** Neighbouring columns with the same group stand under one merged header. */
  readonly group?: string
  readonly type: 'text' | 'money' | 'rate' | 'day' | 'integer'
  /** Money only; 万元 unless given. The header says it, but for `plain`: whole units of the currency that the note names. */
  readonly unit?: Extract<MoneyUnit, '万元' | '亿元'> | 'plain'
  /** Characters; by type unless given. */
  readonly width?: number
}
