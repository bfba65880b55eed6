import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DataFault, readDataFolder, readRecords } from '@guatu/documents'
import type { Facts, Records } from '@guatu/domain'
import type { Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'

/** The csv files of a data folder as facts. Rejects when the folder is not there. */
export async function readFolder(dir: string, scheme: Scheme): Promise<Result<Facts, readonly DataFault[]>> {
  return readDataFolder(await csvFiles(dir), scheme)
}

/** The same, with what people recorded beside figures. */
export async function readFolderWithRecords(
  dir: string,
  scheme: Scheme,
): Promise<Result<{ readonly facts: Facts; readonly records: Records }, readonly DataFault[]>> {
  const files = await csvFiles(dir)
  const facts = readDataFolder(files, scheme)
  if (!facts.ok) return facts
  const records = readRecords(files, scheme, facts.value)
  return records.ok ? { ok: true, value: { facts: facts.value, records: records.value } } : records
}

async function csvFiles(dir: string): Promise<Map<string, string>> {
  const names = (await readdir(dir)).filter(name => name.endsWith('.csv'))
  const texts = names.map(async name => [name, await readFile(join(dir, name), 'utf8')] as const)
  return new Map(await Promise.all(texts))
}
