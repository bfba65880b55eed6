import { columnWidths } from './columns.ts'
import { page } from './gbt9704.ts'
import type { Column, Table } from './model.ts'
import type { StyleId } from './styles.ts'
import { escapeXml, headLines } from './text.ts'

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:color="000000" w:sz="4"/>`)
  .join('')
/** Twips above and below, left and right of the text of a cell. */
const MARGINS = [40, 57, 40, 57]
  .map((twips, i) => `<w:${['top', 'left', 'bottom', 'right'][i]} w:w="${twips}" w:type="dxa"/>`)
  .join('')
const BOLD = '<w:b/><w:bCs/>'

interface Look {
  readonly align?: Column['align']
  readonly bold?: boolean
  readonly span?: number
  /** Its row stays on a page with the next. */
  readonly keep?: boolean
}

/** Up to so many rows a table is not spread over two pages. */
export const SHORT_TABLE = 6

/** Whether a row stays with the next one: no page holds one row alone, or a total without what it sums. */
export const staysWithNext = (row: number, rows: number): boolean =>
  row < rows - 1 && (rows <= SHORT_TABLE || row === 0 || row === rows - 2)

const textXml = (text: string) => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`

/** As `paragraph.ts` writes one: the hint makes Word take the Chinese font for quotation marks and ①②③. */
function paragraphXml(style: string, text: string, { align, bold, keep }: Look = {}): string {
  const next = keep ? '<w:keepNext/>' : ''
  const jc = align ? `<w:jc w:val="${align}"/>` : ''
  const content = text
    .split('\t')
    .map(part => part.split('\n').map(textXml).join('<w:br/>'))
    .join('<w:tab/>')
  const run = `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${bold ? BOLD : ''}</w:rPr>${content}</w:r>`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${next}${jc}</w:pPr>${text === '' ? '' : run}</w:p>`
}

function cellXml(style: string, text: string, width: number, look: Look = {}): string {
  const span = look.span ? `<w:gridSpan w:val="${look.span}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}<w:vAlign w:val="center"/></w:tcPr>${paragraphXml(style, text, look)}</w:tc>`
}

const rowXml = (cells: string, header = false) =>
  `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`

export interface TableLook {
  /** Twips. */
  readonly textWidth?: number
  /** The page ends below it. */
  readonly ends?: boolean
  /** The ids of the styles in the file that takes the table, where they are not our own. */
  readonly idOf?: (style: StyleId) => string
}

/**
 * Caption, note and grid as WordprocessingML. The header repeats on each page and no row is split; a table without
 * rows says 无. Below it is some room, unless the page ends there. Written as text: objects for each cell took 3 s for 1,000 rows, this takes a hundredth of it.
 */
export function tableXml(
  { caption, note, columns, rows, strong = [] }: Table,
  { textWidth = page.textWidth, ends = false, idOf = style => style }: TableLook = {},
): string {
  if (columns.length === 0) throw new RangeError(`table without columns: ${caption}`)
  const widths = columnWidths(columns, textWidth, rows)
  const widthOf = (i: number) => widths[i] ?? 0
  const header = rowXml(
    columns
      .map(({ title }, i) => cellXml(idOf('Head'), headLines(title).join('\n'), widthOf(i), { keep: true }))
      .join(''),
    true,
  )
  const bold = new Set(strong)
  const body = rows.map((row, r) =>
    rowXml(
      columns
        .map(({ align }, i) =>
          cellXml(idOf('Cell'), row[i] ?? '', widthOf(i), {
            align,
            bold: bold.has(r),
            keep: staysWithNext(r, rows.length),
          }),
        )
        .join(''),
    ),
  )
  const none = rowXml(cellXml(idOf('Cell'), '无', textWidth, { align: 'center', span: columns.length }))
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  return [
    caption === '' ? '' : paragraphXml(idOf('Caption'), caption),
    note === '' ? '' : paragraphXml(idOf('Note'), note),
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${textWidth}"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
    header,
    ...(rows.length === 0 ? [none] : body),
    '</w:tbl>',
    ends ? '' : paragraphXml(idOf('TableEnd'), ''),
  ].join('')
}
