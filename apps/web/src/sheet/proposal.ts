import type { Texts } from './rows.ts'

/** A correction being written. */
export interface Proposal {
  readonly texts: Texts
  readonly reason: string
  /** It was sent under this key, perhaps in vain: sent again as it is, it is written once. Empty after a change. */
  readonly key: string
}

export const NO_PROPOSAL: Proposal = { texts: {}, reason: '', key: '' }
