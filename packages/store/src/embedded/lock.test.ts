import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withLock } from './lock.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-lock-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('lets one in at a time, also past a lock whose holder died, and leaves nothing behind', async () => {
  const path = join(folder, 'lock')
  // No process has this pid: it is above what a system gives.
  await writeFile(path, '99999999 1')
  let inside = 0
  const most: number[] = []
  const work = () =>
    withLock(path, async () => {
      most.push(++inside)
      await new Promise(setImmediate)
      inside--
    })
  await Promise.all([work(), work(), work(), work()])
  expect(most).toEqual([1, 1, 1, 1])
  expect(await readdir(folder)).toEqual([])
})

it('is given back when the work fails', async () => {
  const path = join(folder, 'lock')
  await expect(withLock(path, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await withLock(path, async () => 7)).toBe(7)
})
