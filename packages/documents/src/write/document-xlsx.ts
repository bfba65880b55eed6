import type { Workbook, Worksheet } from 'exceljs'
import { columnWidths } from './columns.ts'
import { FONTS } from './gbt9704.ts'
import type { Block, DocumentModel, Table } from './model.ts'
import { formatOf, numberCell, sumsTo } from './number-cell.ts'
import { A4_UNITS, printOn, rowHeight, TWIPS_PER_UNIT } from './sheet-page.ts'
import { chineseDate, headLines, numberLine, placesOf, stateLine, xmlSafe } from './text.ts'
import { repack } from './zip.ts'

const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
/** Of the sheet with the words: a column wider than the page would be cut, as no program shrinks one column alone. */
const WORDS = 80
/** A table of more columns than these lies on its side. */
const UPRIGHT = 6
const BODY = { name: FONTS.pageNumber.eastAsia, size: 10.5 }

/**
 * The same document as a workbook: its words on the first sheet, a sheet for each table. Numbers are numbers, a total
 * is a formula where the rows above sum to it. The same model gives the same bytes.
 */
export async function writeDocumentXlsx(model: DocumentModel): Promise<Uint8Array> {
  // Loaded when first asked for: reading it takes longer than writing a short .docx.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const time = new Date(`${model.date}T00:00:00Z`)
  Object.assign(book, {
    created: time,
    modified: time,
    creator: xmlSafe(model.signedBy),
    lastModifiedBy: xmlSafe(model.signedBy),
  })
  const blocks = [...model.blocks, ...model.annexes.flatMap(annex => named(annex.title, annex.blocks))]
  const names = new Set<string>()
  if (model.layout !== 'sheet') addWords(book, model, names)
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    addTable(book.addWorksheet(nameFor(block.table.caption, names)), model, block.table)
  }
  return repack(new Uint8Array(await book.xlsx.writeBuffer()), {})
}

/** A table of an annex that has no caption goes by the annex's title. */
const named = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.map(block =>
    block.kind === 'table' && block.table.caption === ''
      ? { ...block, table: { ...block.table, caption: title } }
      : block,
  )

/** At most 31 characters, none that a sheet's name may not hold, no name twice whatever its case. */
function nameFor(caption: string, taken: Set<string>): string {
  const base =
    xmlSafe(caption)
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim() || '表'
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `(${n})`
    const name = base.slice(0, 31 - end.length) + end
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

function addWords(book: Workbook, model: DocumentModel, names: Set<string>): void {
  const sheet = book.addWorksheet(nameFor('正文', names))
  sheet.columns = [{ width: WORDS }]
  const line = (text: string, size: number, horizontal: 'left' | 'center' | 'right', font: string) => {
    const row = sheet.addRow([xmlSafe(text)])
    const cell = row.getCell(1)
    cell.font = { name: font, size }
    cell.alignment = { horizontal, vertical: 'middle', wrapText: true }
    row.height = Math.min(400, size * 1.6 * Math.ceil((2 * placesOf(text) * size) / (WORDS * 10.5) + 0.01))
  }
  for (const text of model.title) line(text, 18, 'center', FONTS.title.eastAsia)
  line(numberLine(model), 10.5, 'center', BODY.name)
  line(stateText(model), 10.5, 'left', BODY.name)
  if (model.to !== '') line(model.to, 12, 'left', FONTS.body.eastAsia)
  for (const block of model.blocks) {
    if (block.kind === 'heading') line(block.text, 12, 'left', FONTS.level1.eastAsia)
    else if (block.kind === 'paragraph') line(`　　${block.text}`, 12, 'left', FONTS.body.eastAsia)
    else line(`　　（见工作表“${block.table.caption}”）`, 10.5, 'left', BODY.name)
  }
  model.annexes.forEach(({ title }, i) => {
    const number = model.annexes.length > 1 ? `${i + 1}. ` : ''
    line(`　　${i === 0 ? '附件：' : '　　　'}${number}${title}`, 12, 'left', FONTS.body.eastAsia)
  })
  line(model.signedBy, 12, 'right', FONTS.body.eastAsia)
  line(chineseDate(model.date), 12, 'right', FONTS.body.eastAsia)
  if (model.copyTo !== '') line(`抄送：${model.copyTo}`, 10.5, 'left', BODY.name)
  printOn(sheet, 'portrait')
}

const stateText = ({ state }: DocumentModel) => `${state.draft ? '草稿　' : ''}${stateLine(state)}`

function addTable(sheet: Worksheet, model: DocumentModel, table: Table): void {
  const { columns, rows, strong = [] } = table
  const orientation = columns.length > UPRIGHT ? 'landscape' : 'portrait'
  const twips = columnWidths(columns, A4_UNITS[orientation] * TWIPS_PER_UNIT, rows)
  const widths = twips.map(width => width / TWIPS_PER_UNIT)
  sheet.columns = widths.map(width => ({ width }))
  const head = (text: string, size: number, horizontal: 'left' | 'center' | 'right', font: string) => {
    const row = sheet.addRow([xmlSafe(text)])
    sheet.mergeCells(row.number, 1, row.number, columns.length)
    row.height = size * 1.8
    Object.assign(row.getCell(1), {
      font: { name: font, size },
      alignment: { horizontal, vertical: 'middle' },
    })
  }
  head(
    model.layout === 'sheet' ? `${model.title.join('')}` : table.caption,
    16,
    'center',
    FONTS.title.eastAsia,
  )
  if (model.layout === 'sheet') head(table.caption, 12, 'center', FONTS.level1.eastAsia)
  head([stateText(model), table.note].filter(text => text).join('　　'), 10, 'right', BODY.name)
  const header = sheet.addRow(columns.map(column => xmlSafe(headLines(column.title).join('\n'))))
  header.height = Math.max(
    32,
    rowHeight(columns.map(({ title }, i) => ({ text: headLines(title).join('\n'), units: widths[i] ?? 10 }))),
  )
  columns.forEach((_, i) => {
    Object.assign(header.getCell(i + 1), {
      font: { name: FONTS.level1.eastAsia, size: 10.5 },
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
      border,
    })
  })
  if (rows.length === 0) sayNone(sheet, columns.length)
  rows.forEach((values, r) => {
    addRow(sheet, table, widths, {
      values,
      strong: strong.includes(r),
      above: strong.includes(r) ? rows.slice(0, r) : [],
      first: header.number + 1,
    })
  })
  const named = columns.findIndex(column => column.align === 'left') + 1
  sheet.views = [{ state: 'frozen', xSplit: named, ySplit: header.number }]
  printOn(sheet, orientation, { titles: `${header.number}:${header.number}` })
}

function sayNone(sheet: Worksheet, columns: number): void {
  const row = sheet.addRow(['无'])
  row.height = rowHeight([])
  for (let i = 1; i <= columns; i += 1) row.getCell(i).border = border
  sheet.mergeCells(row.number, 1, row.number, columns)
  Object.assign(row.getCell(1), {
    font: BODY,
    alignment: { horizontal: 'center', vertical: 'middle' },
    border,
  })
}

interface Line {
  readonly values: readonly string[]
  readonly strong: boolean
  /** Rows over this one: what a total sums. */
  readonly above: Table['rows']
  /** Number of the first row under the header. */
  readonly first: number
}

function addRow(sheet: Worksheet, { columns }: Table, widths: readonly number[], line: Line): void {
  const { values, strong, above, first } = line
  const row = sheet.addRow([])
  row.height = rowHeight(
    columns.flatMap(({ align }, i) =>
      align === 'right' ? [] : [{ text: values[i] ?? '', units: widths[i] ?? 10 }],
    ),
  )
  columns.forEach(({ align }, i) => {
    const text = values[i] ?? ''
    const cell = row.getCell(i + 1)
    const number = align === 'left' ? undefined : numberCell(text)
    const letter = sheet.getColumn(i + 1).letter
    if (!number) cell.value = text === '' ? null : xmlSafe(text)
    else if (
      strong &&
      above.length > 0 &&
      sumsTo(
        above.map(one => one[i] ?? ''),
        text,
      )
    )
      cell.value = {
        formula: `SUM(${letter}${first}:${letter}${first + above.length - 1})`,
        result: number.value,
      }
    else cell.value = number.value
    Object.assign(cell, {
      font: { ...BODY, bold: strong },
      alignment: { horizontal: align, vertical: 'middle', wrapText: align !== 'right' },
      numFmt: number ? formatOf(number, text.includes(',')) : '@',
      border,
    })
  })
}
