import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Result } from '@guatu/kernel'
import { type ImportReport, importAtOnce, loadDemo, loadSchemes, type Told } from '@guatu/server'
import type { Database } from '@guatu/store'
import { readMapping } from './portfolio.ts'

const JURISDICTION = 'gmpp'
export const DISPATCHER = 'gmpp-dispatch'

export interface Road {
  readonly database: Database
  /** The clone. */
  readonly root: string
  /** The published file; never copied. */
  readonly file: string
  /** Name of its mapping in this folder. */
  readonly mapping: string
  /** The built reading thread. */
  readonly workerUrl: URL
}

/** Puts scheme, units and accounts into the database where they are not, then imports one file as a clerk would. */
export async function importExample(road: Road): Promise<Result<ImportReport, Told>> {
  const { database, root, file, workerUrl } = road
  const examples = join(root, 'examples')
  const { schemes } = await loadSchemes(database, [examples])
  await loadDemo(database, examples, schemes)
  const bytes = new Uint8Array(await readFile(file))
  const mapping = await readMapping(root, road.mapping)
  const asked = { file: { name: basename(file), bytes }, workerUrl, mapping }
  return importAtOnce(database, asked, JURISDICTION, DISPATCHER)
}
