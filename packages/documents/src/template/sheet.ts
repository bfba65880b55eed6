import ExcelJS, { type Worksheet } from 'exceljs'
import { printOn, rowHeight } from '../write/sheet-page.ts'
import { headLines } from '../write/text.ts'
import { repack } from '../write/zip.ts'
import { EXAMPLE } from './example.ts'

/** One column of a form that a clerk fills in. */
export interface FormColumn {
  readonly header: string
  /** Marked with * and named in the note. */
  readonly required?: true
  readonly width: number
  /** Shown when the header is pointed at. */
  readonly note?: string
  /** A drop-down: words, or the cells of another sheet. */
  readonly oneOf?: readonly string[] | { readonly cells: string }
  readonly format?: string
}

export interface Form {
  readonly name: string
  readonly columns: readonly FormColumn[]
  /** What is known already. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** One line that shows how; its first filled text gets the mark. */
  readonly example: readonly (string | number | null)[]
}

/** Units of the sheet that says how to fill in: a page of A4, as a column alone is not shrunk to it. */
const NOTES = 80
/** Lines that have the drop-downs. */
const PREPARED = 2_000
const FONT = { name: '宋体', size: 11 }
const thin = { style: 'thin', color: { argb: 'FFB9C2CC' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const

/** What exceljs offers and its types do not name: one rule over many cells. */
interface Validations {
  add(area: string, rule: object): void
}

/** With its unit in a line of its own. */
const headerOf = ({ header, required }: FormColumn) => headLines(required ? `${header}*` : header).join('\n')

/** A header that stays in sight, the example in grey, then what is known; below it empty lines with drop-downs. */
export function addForm(book: ExcelJS.Workbook, form: Form): Worksheet {
  const sheet = book.addWorksheet(form.name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
  sheet.columns = form.columns.map(({ width, format }) => ({ width, style: { numFmt: format ?? '@' } }))
  const header = sheet.addRow(form.columns.map(headerOf))
  header.height = 34
  form.columns.forEach((column, i) => {
    const cell = header.getCell(i + 1)
    cell.font = { ...FONT, bold: true }
    cell.fill = fill(column.required ? 'FFDCE6F1' : 'FFF2F2F2')
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = border
    if (column.note) cell.note = column.note
  })
  const example = sheet.addRow(marked(form.example))
  form.columns.forEach((_, i) => {
    example.getCell(i + 1).font = { ...FONT, italic: true, color: { argb: 'FF7A5800' } }
    example.getCell(i + 1).fill = fill('FFFFF7E0')
    example.getCell(i + 1).border = border
  })
  for (const values of form.rows) {
    const row = sheet.addRow([...values])
    row.height = rowHeight(
      form.columns.map(({ width }, i) => ({ text: String(values[i] ?? ''), units: width })),
    )
    form.columns.forEach((_, i) => {
      const alignment = { vertical: 'middle', wrapText: true }
      Object.assign(row.getCell(i + 1), { font: FONT, border, alignment })
    })
  }
  addDropDowns(sheet, form)
  const units = form.columns.reduce((sum, { width }) => sum + width, 0)
  printOn(sheet, 'landscape', { titles: '1:1', units })
  return sheet
}

function marked(example: Form['example']): (string | number | null)[] {
  const at = example.findIndex(value => typeof value === 'string')
  return example.map((value, i) => (i === at ? `${EXAMPLE}${value}` : value))
}

function addDropDowns(sheet: Worksheet, { columns }: Form): void {
  const { dataValidations } = sheet as Worksheet & { readonly dataValidations: Validations }
  columns.forEach(({ oneOf }, i) => {
    if (!oneOf) return
    const { letter } = sheet.getColumn(i + 1)
    const words = !('cells' in oneOf)
    dataValidations.add(`${letter}2:${letter}${PREPARED}`, {
      type: 'list',
      allowBlank: true,
      formulae: ['cells' in oneOf ? oneOf.cells : `"${oneOf.join(',')}"`],
      showErrorMessage: words,
      errorTitle: '请从下拉列表选择',
      error: '此列只接受下拉列表中的内容。',
    })
  })
}

/** How to fill in, one line each; a line that begins with # is a heading. */
export function addNotes(book: ExcelJS.Workbook, lines: readonly string[]): void {
  const sheet = book.addWorksheet('说明')
  sheet.columns = [{ width: NOTES }]
  for (const line of lines) {
    const heading = line.startsWith('# ')
    const row = sheet.addRow([heading ? line.slice(2) : line])
    row.getCell(1).font = heading ? { ...FONT, size: 14, bold: true } : FONT
    row.getCell(1).alignment = { wrapText: true, vertical: 'middle' }
    row.height = heading ? 28 : 20 * Math.ceil((line.length * 2) / (NOTES - 4))
  }
  printOn(sheet, 'portrait')
}

export function newBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  const time = new Date(Date.UTC(2020, 0, 1))
  Object.assign(book, { created: time, modified: time, creator: '挂图 Guatu', lastModifiedBy: '挂图 Guatu' })
  return book
}

/** The same book gives the same bytes. */
export const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  repack(new Uint8Array(await book.xlsx.writeBuffer()), {})
