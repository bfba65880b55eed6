import type { FieldId } from '../facts/index.ts'

/** What goes into a form of an upper level (套表): a column for each field of its table, and single cells. */
export interface FormMapping {
  readonly sheet: string | null
  /** Whose projects its table has; null: all of the jurisdiction. */
  readonly list: string | null
  readonly columns: readonly FormColumn[]
  readonly cells: readonly FormSingle[]
}

export interface FormColumn {
  readonly column: number
  readonly field: FieldId | null
  /** Of amounts: 元, 万元, 亿元. */
  readonly unit: string | null
}

export interface FormSingle {
  readonly sheet: string | null
  /** `B5`, or a name that the form defines. */
  readonly cell: string
  readonly holds: FormHolds
}

export type FormHolds =
  | { readonly kind: 'jurisdiction' | 'period' | 'as-of' }
  | {
      readonly kind: 'indicator'
      readonly indicator: string
      /** `jurisdiction`, `list:key`. */
      readonly scope: string
      readonly part: 'value' | 'numerator' | 'denominator'
      readonly unit: string | null
    }
  | {
      readonly kind: 'list'
      readonly list: string
      readonly part: 'count' | 'sum'
      /** Of a sum. */
      readonly field: FieldId | null
      readonly unit: string | null
    }

/** The form's own table, as it was recognised. */
export interface FormTable {
  readonly sheet: string
  /** Row below the header: projects go from here on where the form lists none. */
  readonly first: number
  /** Projects that the form lists. */
  readonly rows: readonly { readonly row: number; readonly code?: string; readonly name?: string }[]
  /** 序号 */
  readonly serial: number | null
}

export interface FormCellValue {
  readonly sheet: string | null
  /** An address or a name. */
  readonly cell: string
  readonly value: string | number
}

export interface FilledForm {
  readonly cells: readonly FormCellValue[]
  /** Projects that were written, and whether below the header. */
  readonly projects: number
  readonly appended: boolean
  /** Rows of the form that no project was found for. */
  readonly unknown: readonly { readonly row: number; readonly name: string }[]
  /** Projects of the list that the form does not name. */
  readonly missing: readonly string[]
}
