import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** URL of a database without any table, for one test file, dropped when the file ends. */
export async function emptyDatabase(): Promise<string> {
  const url = new URL(inject('templateUrl'))
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const name = `guatu_test_${randomBytes(6).toString('hex')}`
  url.pathname = `/${name}`
  await runOn(admin.href, `create database ${name}`)
  afterAll(() => runOn(admin.href, `drop database ${name} with (force)`))
  return url.href
}

/** One statement, by the login role itself: no scope, no row-level security. */
export async function runOn<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
