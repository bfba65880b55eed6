/** What is wrong at one place of a data folder and how to mend it. */
export interface DataFault {
  readonly file: string
  /** From 1, the header included. */
  readonly line: number
  /** Column name; absent where the whole line or file is meant. */
  readonly column?: string
  readonly code: DataFaultCode
  readonly message: string
  readonly mend: string
}

export type DataFaultCode =
  | 'data.missing-file'
  | 'data.csv'
  | 'data.missing-column'
  | 'data.unknown-column'
  | 'data.repeated-column'
  | 'data.too-many-cells'
  | 'data.empty'
  | 'data.value'
  | 'data.unknown-reference'
  | 'data.repeated'
  | 'data.months-incomplete'
  | 'data.months-sum'
