/** What a file may hold. Sizes in bytes; each limit is the largest value still accepted. */
export interface ReadLimits {
  readonly bytes: number
  readonly entries: number
  /** All parts of the archive together, and the most one part may grow over its packed size. */
  readonly unpackedBytes: number
  readonly ratio: number
  readonly sheets: number
  /** Highest row and column that may hold a value; formatting beyond them is ignored. */
  readonly rows: number
  readonly columns: number
  /** Cells with a value, all sheets together. */
  readonly cells: number
  /** Characters of one cell. A workbook program stops at 32,767. */
  readonly textLength: number
  readonly sharedStrings: number
  readonly merges: number
  /** Cells covered by all merged areas of a sheet together. */
  readonly mergedCells: number
}

export const READ_LIMITS: ReadLimits = {
  bytes: 20 * 1024 * 1024,
  entries: 2_000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 300,
  sheets: 200,
  rows: 100_000,
  columns: 1_000,
  cells: 2_000_000,
  textLength: 32_767,
  sharedStrings: 1_000_000,
  merges: 50_000,
  mergedCells: 1_000_000,
}
