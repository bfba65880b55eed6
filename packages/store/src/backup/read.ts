import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { errorCode } from '../embedded/files.ts'
import { FORMAT, MANIFEST, type Manifest, manifest, memberName } from './manifest.ts'
import { BackupRefused } from './refused.ts'

/** Far above what is written: a member that claims more is not ours, and is not held in memory. */
const LARGEST = 64 * 1024 * 1024
const NEWLINE = 10

interface Seen {
  readonly hash: Hash
  parts: number
  bytes: number
  rows: number
}

/**
 * Reads a backup to its end and holds every byte of it to its manifest; `onPart` gets the COPY text of each table in
 * order, before that is known to be whole. Throws `BackupRefused`.
 */
export async function readBackup(
  path: string,
  onPart: (table: string, bytes: Buffer) => Promise<void> = async () => undefined,
): Promise<Manifest> {
  const seen = new Map<string, Seen>()
  let last: Manifest | undefined
  for await (const { name, bytes } of members(path)) {
    if (last) throw damaged(name)
    if (name === MANIFEST) {
      last = manifestOf(bytes)
      continue
    }
    const table = name.slice(0, name.indexOf('/'))
    const known = seen.get(table) ?? { hash: createHash('sha256'), parts: 0, bytes: 0, rows: 0 }
    if (name !== memberName(table, known.parts)) throw damaged(name)
    seen.set(table, known)
    known.hash.update(bytes)
    known.parts++
    known.bytes += bytes.length
    known.rows += newlines(bytes)
    await onPart(table, bytes)
  }
  if (!last) throw damaged(MANIFEST)
  compare(last, seen)
  return last
}

const damaged = (member: string) => new BackupRefused('backup.damaged', { member })

function compare({ tables }: Manifest, seen: ReadonlyMap<string, Seen>): void {
  const claimed = new Set(tables.map(table => table.name))
  if (claimed.size !== tables.length) throw damaged(MANIFEST)
  for (const name of seen.keys()) if (!claimed.has(name)) throw damaged(name)
  for (const { name, parts, bytes, rows, sha256 } of tables) {
    const found = seen.get(name) ?? { hash: createHash('sha256'), parts: 0, bytes: 0, rows: 0 }
    const same = found.parts === parts && found.bytes === bytes && found.rows === rows
    if (!same || found.hash.digest('hex') !== sha256) throw damaged(name)
  }
}

function manifestOf(bytes: Buffer): Manifest {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString())
  } catch {
    throw damaged(MANIFEST)
  }
  const format = value && typeof value === 'object' && 'format' in value ? value.format : undefined
  const product = value && typeof value === 'object' && 'product' in value ? String(value.product) : ''
  if (typeof format === 'number' && format > FORMAT) throw new BackupRefused('backup.newer', { product })
  const read = manifest.safeParse(value)
  if (!read.success) throw damaged(MANIFEST)
  return read.data
}

async function* members(path: string): AsyncGenerator<{ name: string; bytes: Buffer }, void> {
  const entries = extract()
  const read = pipeline(createReadStream(path), createGunzip(), entries)
  // Its error ends the iteration below; this one waits until somebody asks.
  read.catch(() => undefined)
  try {
    for await (const entry of entries) {
      const { name, size = 0, type } = entry.header
      if (type !== 'file' || size > LARGEST) throw damaged(name)
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      yield { name, bytes: Buffer.concat(chunks) }
    }
    // The checksum of the whole comes after the last member.
    await read
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new BackupRefused('backup.no-file', { path, code })
    throw damaged('tar.gz')
  }
}

function newlines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}
