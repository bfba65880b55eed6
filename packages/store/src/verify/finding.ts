/**
 * A row of a projection that does not follow from the ledger, or is missing there. Of a closing also a figure that was
 * written to its period without leave.
 */
export interface ProjectionFinding {
  readonly table: string
  readonly id: string
  /** The last of the ledger that it should show, or that it claims to. */
  readonly seq: number
}
