import { randomBytes } from 'node:crypto'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Undefined when there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Whole or not at all, also after a power cut. */
export async function writeDurably(path: string, text: string, mode: number): Promise<void> {
  const partial = `${path}.${randomBytes(4).toString('hex')}`
  const file = await open(partial, 'wx', mode)
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await renameDurably(partial, path)
}

export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  if (process.platform === 'win32') return
  const folder = await open(dirname(to), 'r')
  await folder.sync()
  await folder.close()
}
