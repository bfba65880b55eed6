import { addMinor } from '@guatu/kernel'
import type { Alignment, Row, Worksheet } from 'exceljs'
import { FONTS } from './gbt9704.ts'
import type { ProjectTable, TableColumn } from './project-table.ts'
import { printOn, rowHeight } from './sheet-page.ts'
import { amountIn, NUMBER_FORMAT, sheetValue, unitOf } from './sheet-value.ts'
import { stateLine, xmlSafe } from './text.ts'
import { repack } from './zip.ts'

const HEAD_ROWS = { title: 1, note: 2, state: 3 }
const FIRST_HEADER = 4
const WIDTH = { text: 18, money: 14, rate: 9, day: 12, integer: 7 } as const
const ALIGN = { text: 'left', money: 'right', rate: 'right', day: 'center', integer: 'center' } as const

const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const middle = (horizontal: Alignment['horizontal']): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText: true,
})

/** The bytes of an .xlsx; the same table gives the same bytes. */
export async function writeProjectTable(table: ProjectTable): Promise<Uint8Array> {
  const { columns, rows, state } = table
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const time = new Date(`${state.asOf}T00:00:00Z`)
  Object.assign(book, { created: time, modified: time, creator: '挂图 Guatu', lastModifiedBy: '挂图 Guatu' })
  const sheet = book.addWorksheet(sheetName(table.sheetName))
  sheet.columns = columns.map(column => ({ width: widthOf(column) }))

  drawTitle(sheet, table)
  const lastHeader = drawHeader(sheet, columns)
  for (const values of rows)
    drawRow(sheet.addRow(columns.map((column, i) => sheetValue(values[i] ?? null, column))), columns)
  if (table.totals && rows.length > 0) drawTotals(sheet, table, lastHeader + 1)

  sheet.views = [{ state: 'frozen', xSplit: nameColumn(columns) + 1, ySplit: lastHeader }]
  const units = columns.reduce((sum, column) => sum + widthOf(column), 0)
  printOn(sheet, 'landscape', { titles: `${FIRST_HEADER}:${lastHeader}`, units })
  return repack(new Uint8Array(await book.xlsx.writeBuffer()), {})
}

/** Index of the column that tells the rows apart. */
function nameColumn(columns: readonly TableColumn[]): number {
  const name = columns.findIndex(column => column.id === 'project-name')
  return name >= 0 ? name : columns.findIndex(column => column.type === 'text')
}

/** Without what a sheet's name may not hold, at most 31 characters. */
const sheetName = (name: string) =>
  xmlSafe(name)
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || '项目表'

function drawTitle(sheet: Worksheet, { title, note, state, columns }: ProjectTable): void {
  const lines = [
    {
      row: HEAD_ROWS.title,
      text: title,
      height: 32,
      font: { name: FONTS.title.eastAsia, size: 18 },
      at: 'center',
    },
    {
      row: HEAD_ROWS.note,
      text: note,
      height: 18,
      font: { name: FONTS.pageNumber.eastAsia, size: 10 },
      at: 'right',
    },
    {
      row: HEAD_ROWS.state,
      text: stateLine(state),
      height: 18,
      font: { name: FONTS.pageNumber.eastAsia, size: 10 },
      at: 'left',
    },
  ] as const
  for (const { row, text, height, font, at } of lines) {
    sheet.mergeCells(row, 1, row, columns.length)
    const cell = sheet.getCell(row, 1)
    cell.value = xmlSafe(text)
    cell.font = font
    cell.alignment = middle(at)
    sheet.getRow(row).height = height
  }
}

function headerText(column: TableColumn): string {
  const unit = column.type === 'money' ? unitOf(column) : 'plain'
  return xmlSafe(unit === 'plain' ? column.header : `${column.header}\n（${unit}）`)
}

/** One row, or two where columns are grouped; returns the last one's number. */
function drawHeader(sheet: Worksheet, columns: readonly TableColumn[]): number {
  const grouped = columns.some(column => column.group)
  const last = FIRST_HEADER + (grouped ? 1 : 0)
  columns.forEach((column, i) => {
    const from = i + 1
    if (column.group) {
      sheet.getCell(last, from).value = headerText(column)
      if (columns[i - 1]?.group === column.group) return
      let to = from
      while (columns[to]?.group === column.group) to += 1
      sheet.getCell(FIRST_HEADER, from).value = xmlSafe(column.group)
      if (to > from) sheet.mergeCells(FIRST_HEADER, from, FIRST_HEADER, to)
    } else {
      sheet.getCell(FIRST_HEADER, from).value = headerText(column)
      if (grouped) sheet.mergeCells(FIRST_HEADER, from, last, from)
    }
  })
  const heads = columns.map(column => ({ text: headerText(column), units: widthOf(column) }))
  for (let row = FIRST_HEADER; row <= last; row += 1) {
    sheet.getRow(row).height = row === last ? Math.max(32, rowHeight(heads)) : 32
    columns.forEach((_, i) => {
      Object.assign(sheet.getCell(row, i + 1), {
        font: { name: FONTS.level1.eastAsia, size: 11 },
        alignment: middle('center'),
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
        border,
      })
    })
  }
  return last
}

const widthOf = ({ type, width }: TableColumn) => width ?? WIDTH[type]

function drawRow(row: Row, columns: readonly TableColumn[], bold = false): void {
  row.height = rowHeight(
    columns.flatMap((column, i) =>
      column.type === 'text' ? [{ text: row.getCell(i + 1).text, units: widthOf(column) }] : [],
    ),
  )
  columns.forEach(({ type }, i) => {
    Object.assign(row.getCell(i + 1), {
      font: { name: FONTS.pageNumber.eastAsia, size: 10.5, bold },
      alignment: middle(ALIGN[type]),
      numFmt: NUMBER_FORMAT[type],
      border,
    })
  })
}

/** Formulas, with their values stored: a reader that calculates nothing shows them too. */
function drawTotals(sheet: Worksheet, { columns, rows }: ProjectTable, first: number): void {
  const last = first + rows.length - 1
  const row = sheet.getRow(last + 1)
  const name = nameColumn(columns)
  columns.forEach((column, i) => {
    if (i === name) row.getCell(i + 1).value = '合计'
    if (column.type !== 'money') return
    const sum = rows.reduce((total, values) => addMinor(total, Number(values[i] ?? 0)), 0)
    const letter = sheet.getColumn(i + 1).letter
    row.getCell(i + 1).value = {
      formula: `SUM(${letter}${first}:${letter}${last})`,
      result: amountIn(sum, column),
    }
  })
  drawRow(row, columns, true)
}
