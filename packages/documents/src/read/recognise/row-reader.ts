import type { Cell } from '../grid.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec, FieldValue, RecognisedColumn } from './model.ts'
import type { SheetView } from './sheet-view.ts'
import { faultOf, parseCell, type ValueContext } from './values.ts'

export interface FieldColumn {
  readonly column: RecognisedColumn
  readonly field: FieldSpec
}

type Values = Readonly<Record<string, FieldValue>>

/** Figures belong to the row their merged cell begins in; words hold for every row it covers. */
export const isAmount = (field: FieldSpec): boolean =>
  field.type === 'money' || field.type === 'integer' || field.type === 'rate'

/** Cells of one table to values. */
export class RowReader {
  readonly fieldColumns: readonly FieldColumn[]

  constructor(
    readonly view: SheetView,
    columns: readonly RecognisedColumn[],
    private readonly fields: readonly FieldSpec[],
    private readonly mapping: Mapping,
    private readonly year: number | undefined,
  ) {
    this.fieldColumns = columns.flatMap(column =>
      [column.field, ...(column.also ?? [])].flatMap(id => {
        const field = fields.find(candidate => candidate.id === id)
        return field ? [{ column, field }] : []
      }),
    )
  }

  /** Values of a data row; what is blank is absent, what is required and blank is a fault. */
  data(row: number, section: string): Values {
    const values = this.constants(row, section)
    for (const place of this.fieldColumns) {
      const { column, field } = place
      const cell = this.cell(row, column.column, field)
      if (!cell && !field.required) continue
      const context = this.context(row, place)
      const value = parseCell(cell, context)
      if (value) values[field.id] = value
      else if (field.required && !values[field.id]) values[field.id] = faultOf('cell.missing', '', context)
    }
    return values
  }

  /** Figures that a subtotal or section states. */
  stated(row: number): Values {
    const values: Record<string, FieldValue> = {}
    for (const { column, field } of this.fieldColumns) {
      if (!isAmount(field)) continue
      const value = parseCell(this.view.own(row, column.column), this.context(row, { column, field }))
      if (value) values[field.id] = value
    }
    return values
  }

  context(row: number, { column, field }: FieldColumn): ValueContext {
    return {
      sheet: this.view.sheet.name,
      row,
      column: column.column,
      header: column.header,
      field,
      mapping: this.mapping,
      ...(column.unit ? { unit: column.unit } : {}),
      ...(column.dateFormat ? { dateFormat: column.dateFormat } : {}),
      ...(this.year ? { year: this.year } : {}),
    }
  }

  private cell(row: number, column: number, field: FieldSpec): Cell | undefined {
    const own = this.view.own(row, column)
    if (own || isAmount(field)) return own
    const merge = this.view.mergeAt(row, column)
    return merge && merge.left === column ? this.view.own(merge.top, merge.left) : undefined
  }

  private constants(row: number, section: string): Record<string, FieldValue> {
    const values: Record<string, FieldValue> = {}
    const give = (id: string, texts: readonly string[]) => {
      const read = texts.map(text => this.given(row, id, text))
      const value = read.find(candidate => candidate?.ok) ?? read[0]
      if (value) values[id] = value
    }
    for (const [id, text] of Object.entries(this.mapping.constants ?? {})) give(id, [text])
    const { sectionField } = this.mapping
    if (section === '') return values
    if (sectionField) give(sectionField, [section, ...section.split('/')])
    else this.natureOf(section, row, values)
    return values
  }

  /** 一、续建项目 states the nature of the rows below it, where they do not say otherwise. */
  private natureOf(section: string, row: number, values: Record<string, FieldValue>): void {
    const nature = this.fields.find(field => field.type === 'nature')
    if (!nature) return
    const read = section.split('/').map(title => this.given(row, nature.id, title))
    const value = read.find(candidate => candidate?.ok)
    if (value) values[nature.id] = value
  }

  private given(row: number, id: string, text: string): FieldValue | undefined {
    const field = this.fields.find(candidate => candidate.id === id)
    const { unit } = this.mapping
    const column: RecognisedColumn = { column: 0, header: '', confidence: 1, ...(unit ? { unit } : {}) }
    return field && parseCell({ text, kind: 'text' }, this.context(row, { column, field }))
  }
}
