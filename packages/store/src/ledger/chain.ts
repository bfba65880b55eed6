import { canonicalJson } from '@guatu/kernel'
import type { EntryRow, FactRow } from './rows.ts'
import { sha256 } from './sha256.ts'

/** The hash before the first. */
export const GENESIS = '0'.repeat(64)

/**
 * Covers every column of the row, so that none can be altered unseen. Null ones are left out: a column that a later
 * version adds does not change the hash of older rows.
 */
export function hashOf(row: Omit<EntryRow, 'hash'> | Omit<FactRow, 'hash'>): string {
  return sha256(canonicalJson(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))))
}
