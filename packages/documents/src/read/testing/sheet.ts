import type { Cell, Merge, Sheet } from '../grid.ts'

type Value = string | number | Cell | undefined | null

/** A sheet from plain values: `|` rows of text are easiest, numbers become number cells, null is empty. */
export function sheetOf(
  rows: readonly (readonly Value[])[],
  merges: readonly string[] = [],
  name = '表1',
): Sheet {
  return { name, rows: rows.map(row => row.map(cellOf)), merges: merges.map(mergeOf) }
}

function cellOf(value: Value): Cell | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') return { text: String(value), kind: 'number' }
  return typeof value === 'string' ? { text: value, kind: 'text' } : value
}

/** `A1:C2`, single letters only. */
function mergeOf(ref: string): Merge {
  const [, left = 'A', top, right = 'A', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(ref) ?? []
  const column = (letter: string) => letter.charCodeAt(0) - 64
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) }
}
