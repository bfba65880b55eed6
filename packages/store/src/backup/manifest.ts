import { createHash } from 'node:crypto'
import { canonicalJson } from '@guatu/kernel'
import { z } from 'zod'

/** Of this file's layout; a program reads those up to its own. */
export const FORMAT = 2

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()

const table = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: count,
  /** Members `<name>/000000.copy` …, whose bytes in order are PostgreSQL's COPY text. */
  parts: count,
  bytes: count,
  /** Of the COPY text of all parts. */
  sha256: hex,
})

/** What a backup holds: its last member, so that a file without it was cut short. */
export const manifest = z.strictObject({
  format: z.int().min(1).max(FORMAT),
  /** Version of the program that made it. */
  product: z.string(),
  /** The moment that all tables show. */
  takenAt: z.string(),
  /** Steps of the structure, by which the tables are laid out. */
  migrations: z.array(z.string()),
  heads: z.array(z.strictObject({ jurisdiction: z.string(), seq: count, hash: hex })),
  tables: z.array(table),
  /** What must not fall into other hands. */
  secrets: z.array(z.string()),
  /** Ids of the keys, outside the database, that open what is sealed in here; without them it is given again. */
  keys: z.array(z.string()).default([]),
  /** Of all of the above: what the parts do not prove, as names of columns. Files of before have none. */
  sha256: hex.optional(),
})
export type Manifest = z.infer<typeof manifest>

export const manifestHash = ({ sha256: _, ...rest }: Manifest): string =>
  createHash('sha256').update(canonicalJson(rest)).digest('hex')
export type BackedUpTable = z.infer<typeof table>

export const MANIFEST = 'manifest.json'
export const memberName = (tableName: string, part: number) =>
  `${tableName}/${String(part).padStart(6, '0')}.copy`
