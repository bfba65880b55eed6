import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { connectDatabase, type Database } from '../database/open.ts'
import { KeyRing } from '../secret/key-ring.ts'
import { runOn } from './database.ts'

export { emptyDatabase, runOn } from './database.ts'

/** A database of its own for one test file (call it at top level or in `beforeAll`), dropped when the file ends. */
export async function testDatabase(): Promise<Database> {
  const template = new URL(inject('templateUrl'))
  const name = `guatu_test_${randomBytes(6).toString('hex')}`
  const admin = new URL(template)
  admin.pathname = '/postgres'
  await runOn(admin.href, `create database ${name} template ${template.pathname.slice(1)}`)
  const url = new URL(template)
  url.pathname = `/${name}`
  const database = await connectDatabase(url.href)
  afterAll(async () => {
    await database.close()
    await runOn(admin.href, `drop database ${name} with (force)`)
  })
  return database
}

/** Keys of its own for one test file, in a folder that goes with it. */
export async function testKeys(): Promise<KeyRing & { readonly path: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'guatu-keys-'))
  afterAll(() => rm(dir, { recursive: true, force: true }))
  const path = join(dir, 'keys.json')
  return Object.assign(await KeyRing.made(path), { path })
}
