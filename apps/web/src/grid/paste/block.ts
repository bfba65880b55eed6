/** A rectangle of cells from the clipboard, without what was hidden there. */
export interface Block {
  readonly rows: readonly (readonly BlockCell[])[]
  /** Rows and columns that were hidden in the table and are left out. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
}

export interface BlockCell {
  readonly text: string
  /** Covered by a merged cell that begins above or to the left; `text` is that cell's. */
  readonly covered?: 'down' | 'right'
  /** Begins a merged cell of several rows. */
  readonly tall?: true
}

export const EMPTY: BlockCell = { text: '' }

export const cellAt = (block: Block, row: number, column: number): BlockCell =>
  block.rows[row]?.[column] ?? EMPTY

export const widthOf = (block: Block): number =>
  block.rows.reduce((most, row) => Math.max(most, row.length), 0)
