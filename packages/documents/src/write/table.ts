import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { page } from './gbt9704.ts'
import type { Column, Table as TableModel } from './model.ts'
import { paragraph, run } from './paragraph.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}
/** Twips above and below the text of a cell. */
const CELL_PADDING = 40

/** Widths in twips in proportion to the shares; the last takes the rounding, so that the table fills the 版心. */
export function columnWidths(columns: readonly Column[], textWidth = page.textWidth): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  let edge = 0
  let share = 0
  return columns.map(column => {
    share += column.width
    const next = Math.round((textWidth * share) / all)
    const width = next - edge
    edge = next
    return width
  })
}

function cell(content: Paragraph, width: number, span = 1): TableCell {
  return new TableCell({
    children: [content],
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: CELL_PADDING, bottom: CELL_PADDING, left: 57, right: 57 },
  })
}

const text = (content: string, alignment: Column['align'], bold: boolean) =>
  new Paragraph({
    style: 'Cell',
    alignment: AlignmentType[upper(alignment)],
    children: [run(content, { bold })],
  })
const upper = (align: Column['align']) => (align === 'left' ? 'LEFT' : align === 'right' ? 'RIGHT' : 'CENTER')

/** Caption, note and grid. The header repeats on each page and no row is split; a table without rows says 无. */
export function drawTable(
  { caption, note, columns, rows, strong = [] }: TableModel,
  textWidth = page.textWidth,
): (Paragraph | Table)[] {
  if (columns.length === 0) throw new RangeError(`table without columns: ${caption}`)
  const widths = columnWidths(columns, textWidth)
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) => cell(paragraph('Head', column.title), widths[i] ?? 0)),
  })
  const body = rows.map(
    (row, r) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, i) =>
          cell(text(row[i] ?? '', column.align, strong.includes(r)), widths[i] ?? 0),
        ),
      }),
  )
  const none = new TableRow({
    children: [cell(text('无', 'center', false), textWidth, columns.length)],
  })
  return [
    ...(caption === '' ? [] : [paragraph('Caption', caption)]),
    ...(note === '' ? [] : [paragraph('Note', note)]),
    new Table({
      rows: [header, ...(rows.length === 0 ? [none] : body)],
      columnWidths: widths,
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders,
    }),
    paragraph('TableEnd', ''),
  ]
}
