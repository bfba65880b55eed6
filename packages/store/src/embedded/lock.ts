import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { errorCode, readIfThere } from './files.ts'
import { ownMark, stillRuns } from './process.ts'

/** Runs `work` while no other process runs under the same lock file. A holder that died leaves nothing behind. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await tryTake(path))) {
    await breakStale(path)
    await setTimeout(50)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

/** Appears with its content or not at all. */
async function tryTake(path: string): Promise<boolean> {
  const mine = `${path}.${randomUUID()}`
  await writeFile(mine, await ownMark(), { mode: 0o600 })
  try {
    await link(mine, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(mine, { force: true })
  }
}

async function breakStale(path: string): Promise<void> {
  const holder = await readIfThere(path)
  if (holder === undefined || (await stillRuns(holder))) return
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
    // Another process may have broken the stale lock and taken its own between our read and our rename.
    if ((await readFile(aside, 'utf8')) !== holder) await link(aside, path)
    await rm(aside)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error
  }
}
