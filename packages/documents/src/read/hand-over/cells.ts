import type { Cell } from '../grid.ts'

type Row = readonly (Cell | undefined)[]

/** Some rows of cells as flat lists: they cross to another thread at a fraction of what as many objects cost. */
export interface CellsByColumn {
  /** How many places each row has. */
  readonly widths: Uint32Array
  /** Of each place: 0 where empty, else its kind from 1 and what else is known of it. */
  readonly marks: Uint8Array
  /** Of the filled places. */
  readonly texts: readonly string[]
}

const KINDS = ['text', 'number', 'date', 'boolean', 'error'] as const satisfies readonly Cell['kind'][]
const KIND = 7
const COMPUTED = 8
const PERCENT = 16

export function packCells(rows: readonly Row[]): CellsByColumn {
  const widths = Uint32Array.from(rows, row => row.length)
  const marks = new Uint8Array(widths.reduce((sum, width) => sum + width, 0))
  const texts: string[] = []
  let place = 0
  for (const row of rows) {
    for (let at = 0; at < row.length; at++, place++) {
      const cell = row[at]
      if (!cell) continue
      marks[place] =
        KINDS.indexOf(cell.kind) + 1 + (cell.computed ? COMPUTED : 0) + (cell.percent ? PERCENT : 0)
      texts.push(cell.text)
    }
  }
  return { widths, marks, texts }
}

export function unpackCells({ widths, marks, texts }: CellsByColumn): (Cell | undefined)[][] {
  let place = 0
  let filled = 0
  return Array.from(widths, width => {
    const row: (Cell | undefined)[] = []
    for (let at = 0; at < width; at++, place++) {
      const mark = marks[place] ?? 0
      row.push(mark === 0 ? undefined : cellOf(texts[filled++] ?? '', mark))
    }
    return row
  })
}

function cellOf(text: string, mark: number): Cell {
  const kind = KINDS[(mark & KIND) - 1] ?? 'text'
  if (mark <= KIND) return { text, kind }
  return {
    text,
    kind,
    ...(mark & COMPUTED ? { computed: true as const } : {}),
    ...(mark & PERCENT ? { percent: true as const } : {}),
  }
}
