import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connectDatabase, type Database } from '../database/open.ts'

/** A database of its own for one test file (call it at top level or in `beforeAll`), dropped when the file ends. */
export async function testDatabase(): Promise<Database> {
  const template = new URL(inject('templateUrl'))
  const name = `guatu_test_${randomBytes(6).toString('hex')}`
  const admin = new URL(template)
  admin.pathname = '/postgres'
  await run(admin, `create database ${name} template ${template.pathname.slice(1)}`)
  const url = new URL(template)
  url.pathname = `/${name}`
  const database = await connectDatabase(url.href)
  afterAll(async () => {
    await database.close()
    await run(admin, `drop database ${name} with (force)`)
  })
  return database
}

async function run(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
