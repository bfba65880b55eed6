import { page, SIZE } from './gbt9704.ts'
import type { Column, Table } from './model.ts'
import { headLines, placesOf } from './text.ts'

/** Twips of one place of a table's text; digits are wider than half a place in bold and in fonts that stand in for the named ones. */
const PLACE = SIZE.五号 * 20
const WIDER = 1.2
/** Left and right of the text of a cell, and the line. */
const ROUND = 2 * 57 + 10
/** The longest line of a head that asks for its column to be wide enough. */
const HEAD_PLACES = 5
/** What a column of words asks for at least. */
const WORD_PLACES = 4

/**
 * Widths in twips that fill `textWidth`: in proportion to the shares, but no figure and no short head is broken in two
 * while other columns have room to give. The last takes the rounding.
 */
export function columnWidths(
  columns: readonly Column[],
  textWidth = page.textWidth,
  rows: Table['rows'] = [],
): number[] {
  const natural = shared(
    columns.map(column => column.width),
    textWidth,
  )
  const least = columns.map((column, i) => leastWidth(column, i, rows))
  const sumOf = (of: (width: number, need: number) => number) =>
    natural.reduce((sum, width, i) => sum + Math.max(0, of(width, least[i] ?? 0)), 0)
  const lacking = sumOf((width, need) => need - width)
  const spare = sumOf((width, need) => width - need)
  if (lacking === 0) return rounded(natural)
  if (spare < lacking) return rounded(shared(least, textWidth))
  const given = lacking / spare
  return rounded(
    natural.map((width, i) => {
      const need = least[i] ?? 0
      return width < need ? need : width - (width - need) * given
    }),
  )
}

/** Where not even what is needed fits, all columns lack alike. */
function shared(widths: readonly number[], textWidth: number): number[] {
  const all = widths.reduce((sum, width) => sum + width, 0)
  return widths.map(width => (textWidth * width) / all)
}

/** Words may be broken anywhere, so that a column of them asks for its head alone, and a few characters. */
function leastWidth({ title, align }: Column, index: number, rows: Table['rows']): number {
  const heads = headLines(title).map(placesOf)
  const short = heads.filter(places => places <= HEAD_PLACES)
  const figures = align === 'left' ? [] : rows.map(row => placesOf(row[index] ?? '') * WIDER)
  const places = [...short, ...figures].reduce(
    (most, one) => Math.max(most, one),
    align === 'left' ? WORD_PLACES : 1,
  )
  return Math.ceil(places * PLACE) + ROUND
}

function rounded(widths: readonly number[]): number[] {
  let edge = 0
  let exact = 0
  return widths.map(width => {
    exact += width
    const next = Math.round(exact)
    const whole = next - edge
    edge = next
    return whole
  })
}
