import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { errorCode, readIfThere } from './files.ts'

/** True also for a process of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

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

async function tryTake(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function breakStale(path: string): Promise<void> {
  const holder = await readIfThere(path)
  if (!holder || isAlive(Number(holder))) return
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
    // Another process may have broken the stale lock and taken its own between our read and our rename.
    if ((await readFile(aside, 'utf8')) !== holder) await link(aside, path)
    await rm(aside)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error
  }
}
