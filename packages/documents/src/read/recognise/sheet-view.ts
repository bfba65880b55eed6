import type { Cell, Merge, Sheet } from '../grid.ts'

const NO_MERGES: readonly Merge[] = []

/** A sheet by row and column from 1, with merged areas looked up. */
export class SheetView {
  readonly height: number
  readonly width: number
  private readonly byRow = new Map<number, Merge[]>()

  constructor(readonly sheet: Sheet) {
    this.height = sheet.rows.length
    this.width = sheet.rows.reduce((width, row) => Math.max(width, row.length), 0)
    for (const merge of sheet.merges) {
      for (let row = merge.top; row <= Math.min(merge.bottom, this.height); row++) {
        const list = this.byRow.get(row)
        if (list) list.push(merge)
        else this.byRow.set(row, [merge])
      }
    }
  }

  own(row: number, column: number): Cell | undefined {
    return this.sheet.rows[row - 1]?.[column - 1]
  }

  mergeAt(row: number, column: number): Merge | undefined {
    return this.byRow.get(row)?.find(merge => merge.left <= column && column <= merge.right)
  }

  mergesIn(row: number): readonly Merge[] {
    return this.byRow.get(row) ?? NO_MERGES
  }

  /** The cell itself, or the one whose merged area covers it. */
  covering(row: number, column: number): Cell | undefined {
    const own = this.own(row, column)
    if (own) return own
    const merge = this.mergeAt(row, column)
    return merge ? this.own(merge.top, merge.left) : undefined
  }

  /** Columns of the row that hold a value of their own. */
  filled(row: number): number[] {
    const filled: number[] = []
    const cells = this.sheet.rows[row - 1]
    if (cells) for (let at = 0; at < cells.length; at++) if (cells[at]) filled.push(at + 1)
    return filled
  }

  texts(row: number): string[] {
    return this.filled(row).map(column => this.own(row, column)?.text ?? '')
  }
}
