import { canonicalJson } from '@guatu/kernel'
import type { EntryRow, FactRow } from './rows.ts'
import { sha256 } from './sha256.ts'

/** The hash before the first. */
export const GENESIS = '0'.repeat(64)

/** Covers every column of the row, so that none can be altered unseen. */
export function hashOf(row: Omit<EntryRow, 'hash'> | Omit<FactRow, 'hash'>): string {
  return sha256(canonicalJson(row))
}
