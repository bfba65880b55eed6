import type { Period, PeriodKind } from '@guatu/kernel'
import type { AmountUnit, Holds, Measure } from './model.ts'

/** Decisions kept from one import for the next: plain JSON. What it leaves out is recognised anew. */
export interface Mapping {
  /** What the file's rows are; recognised unless given. */
  readonly holds?: Holds
  /** The sheet's name; the best-looking visible sheet otherwise. */
  readonly sheet?: string
  /** First and last header row. */
  readonly headerRows?: readonly [number, number]
  readonly columns?: readonly ColumnMapping[]
  /** Take only the columns named above, guess none. */
  readonly onlyMapped?: boolean
  /** Unit of amounts whose header and title say none. */
  readonly unit?: AmountUnit
  /** 分 of CNY unless given. `signs`: what stands for the currency's sign in this file beside ¥ $ £ €, such as a damaged one. */
  readonly currency?: {
    readonly code: string
    readonly minorPerUnit: number
    readonly signs?: readonly string[]
  }
  /** `MM/DD/YYYY`, `DD.MM.YY`, `MM/DD/YYYY HH:mm:ss A`, or several, the first that fits. Chinese and ISO forms are read without. */
  readonly dateFormat?: string | readonly string[]
  /** Texts that say that nothing is reported; `Exempt*` stands for all that begin so. Case does not count. */
  readonly blanks?: readonly string[]
  /** Field → the text every row has, where the file has no column for it. */
  readonly constants?: Readonly<Record<string, string>>
  /** Field that takes the section heading above a row; without it a heading such as 续建项目 gives the nature. */
  readonly sectionField?: string
  /** Field → word in the file → id: `{ stage: { Design: 'prepare' } }`. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What a date in the period column stands for; the month that holds it unless given. */
  readonly periodKind?: PeriodKind
  /** The file's period, where it names none. */
  readonly period?: Period
}

export interface ColumnMapping {
  /** The header as `RecognisedColumn.header` gives it. */
  readonly header: string
  /** Where several columns share a header: which one, counting from 1. */
  readonly nth?: number
  /** Null: not taken. */
  readonly field: string | null
  /** Fields that take the same cell as well: a word both as it stands and as one of our stages. */
  readonly also?: readonly string[]
  readonly unit?: AmountUnit
  readonly measure?: Measure
  /** As `Mapping.dateFormat`, for this column. */
  readonly dateFormat?: string | readonly string[]
}
