import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { errorCode, renameDurably } from '../embedded/files.ts'
import { BackupRefused } from './refused.ts'

/** Takes members one after the other; resolves when there is room for the next. */
export type AddMember = (name: string, bytes: Buffer) => Promise<void>

/** Levels above gain little on what the tables hold and cost much. */
const LEVEL = 3

/**
 * Writes a tar.gz that appears under its name whole, on disk and readable by its owner alone, or not at all. A killed
 * process leaves `<path>.<random>.partial`.
 */
export async function writeArchive(path: string, fill: (add: AddMember) => Promise<void>): Promise<void> {
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      const tar = pack()
      // By its number: a stream made by the handle keeps that from being closed.
      const toFile = createWriteStream(partial, { fd: file.fd, autoClose: false })
      const written = pipeline(tar, createGzip({ level: LEVEL }), toFile)
      const filled = fill(addTo(tar)).then(
        () => tar.finalize(),
        error => tar.destroy(error),
      )
      await Promise.all([written, filled])
      await file.sync()
    } finally {
      await file.close()
    }
    await renameDurably(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    const code = errorCode(error) ?? ''
    if (UNWRITABLE.has(code)) throw new BackupRefused('backup.cannot-write', { path, code })
    throw error
  }
}

const UNWRITABLE = new Set(['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR', 'EDQUOT'])

const addTo =
  (tar: ReturnType<typeof pack>): AddMember =>
  (name, bytes) =>
    new Promise((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) }
      tar.once('error', reject)
      const done = (error?: Error | null) => {
        tar.off('error', reject)
        if (error) reject(error)
        else resolve()
      }
      tar.entry(header, done).end(bytes)
    })
