import { canonicalJson } from '@guatu/kernel'
import { ENTRY_COLUMNS, FACT_COLUMNS } from './columns.ts'
import type { EntryRow, FactRow } from './rows.ts'
import { sha256 } from './sha256.ts'

/** The hash before the first. */
export const GENESIS = '0'.repeat(64)

/** Sorted, each with its name as it stands in the text. */
const hashed = (columns: readonly string[]) =>
  columns
    .filter(column => column !== 'hash')
    .sort()
    .map(column => [column, `"${column}":`] as const)
const OF_ENTRY = hashed(ENTRY_COLUMNS)
const OF_FACT = hashed(FACT_COLUMNS)

/**
 * Of the row's canonical JSON. Covers every column, so that none can be altered unseen. Null ones are left out: a
 * column that a later version adds does not change the hash of older rows.
 */
export function hashOf(row: Omit<EntryRow, 'hash'> | Omit<FactRow, 'hash'>): string {
  let text = '{'
  for (const [column, named] of 'word' in row ? OF_FACT : OF_ENTRY) {
    const value = (row as Readonly<Record<string, unknown>>)[column] ?? null
    if (value === null) continue
    if (text.length > 1) text += ','
    text += named
    text += typeof value === 'object' ? canonicalJson(value) : JSON.stringify(value)
  }
  return sha256(`${text}}`)
}
