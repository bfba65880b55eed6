import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Mapping } from '@guatu/documents'
import type { Result } from '@guatu/kernel'
import { type ImportReport, importAtOnce, loadDemo, loadSchemes, type Told } from '@guatu/server'
import type { Database } from '@guatu/store'

export const JURISDICTION = 'nyc'
export const DISPATCHER = 'nyc-dispatch'

export interface Road {
  readonly database: Database
  /** The clone. */
  readonly root: string
  /** The city's file; never copied. */
  readonly file: string
  /** The built reading thread. */
  readonly workerUrl: URL
}

/** Puts scheme, units and accounts into the database where they are not, then imports the file as a clerk would. */
export async function importExample({
  database,
  root,
  file,
  workerUrl,
}: Road): Promise<Result<ImportReport, Told>> {
  const examples = join(root, 'examples')
  const { schemes } = await loadSchemes(database, [examples])
  await loadDemo(database, examples, schemes)
  const mapping = JSON.parse(await readFile(join(examples, 'nyc', 'mapping.json'), 'utf8')) as Mapping
  const bytes = new Uint8Array(await readFile(file))
  const asked = { file: { name: basename(file), bytes }, workerUrl, mapping }
  return importAtOnce(database, asked, JURISDICTION, DISPATCHER)
}
