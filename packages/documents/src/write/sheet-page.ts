import type { Worksheet } from 'exceljs'
import { placesOf } from './text.ts'

/** One unit of a column's width is a digit of 7 pixels, 5.25 pt: half a place of 10.5 pt. */
export const TWIPS_PER_UNIT = 105

/** Widths that fill a page of A4 at full size, in units, with room for a program whose digits are a little wider. */
export const A4_UNITS = { portrait: 90, landscape: 136 } as const

/** Beyond this a landscape A4 would shrink 10.5 pt to less than 7 pt: A3 then. */
const MOST_ON_A4 = 195
const PAPER = { A3: 8, A4: 9 } as const

/** One page wide, heads repeated (`titles`: rows such as `3:4`), page numbers below. `units`: how wide the sheet is. */
export function printOn(
  sheet: Worksheet,
  orientation: 'portrait' | 'landscape',
  { titles, units = 0 }: { readonly titles?: string; readonly units?: number } = {},
): void {
  const paper: number = units > MOST_ON_A4 ? PAPER.A3 : PAPER.A4
  sheet.pageSetup = {
    // its types know no A3
    paperSize: paper as typeof PAPER.A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    ...(titles && { printTitlesRow: titles }),
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter = { oddFooter: '&C第 &P 页　共 &N 页' }
}

/** Lines that a text of 10.5 pt takes in a column of so many units. */
const linesIn = (text: string, units: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((2 * placesOf(line)) / (units - 0.5))), 0)

/** In points, 409 at most: the longest text of a row, as no program wraps again when it opens the file. */
export const rowHeight = (cells: readonly { readonly text: string; readonly units: number }[]): number =>
  Math.min(400, 8 + 14 * cells.reduce((most, { text, units }) => Math.max(most, linesIn(text, units)), 1))
