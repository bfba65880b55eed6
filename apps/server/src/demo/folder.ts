import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DataFault, readDataFolder } from '@guatu/documents'
import type { Facts } from '@guatu/domain'
import type { Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'

/** The csv files of a data folder as facts. Rejects when the folder is not there. */
export async function readFolder(dir: string, scheme: Scheme): Promise<Result<Facts, readonly DataFault[]>> {
  const names = (await readdir(dir)).filter(name => name.endsWith('.csv'))
  const texts = names.map(async name => [name, await readFile(join(dir, name), 'utf8')] as const)
  return readDataFolder(new Map(await Promise.all(texts)), scheme)
}
