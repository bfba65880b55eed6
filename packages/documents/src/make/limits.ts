/** What making one document may take. */
export interface MakeLimits {
  /** From the start of its process. */
  readonly seconds: number
  /** Resident memory of its process. */
  readonly memoryMb: number
}

/**
 * Measured (docs/performance.md, Documents): a PDF of 10,000 projects takes 6 s of a core and 1.3 GB. The time leaves room
 * for a machine that has much else to do.
 */
export const MAKE_LIMITS: MakeLimits = { seconds: 120, memoryMb: 2_048 }

/** Rows of a PDF, at 0.18 MB each until it is done: what the memory above holds. */
export const PDF_MOST_ROWS = 10_000
