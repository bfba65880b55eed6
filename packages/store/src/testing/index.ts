import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { connectDatabase, type Database } from '../database/open.ts'
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
