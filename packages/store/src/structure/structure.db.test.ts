import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migrate } from '../migrations/index.ts'
import { testDatabase } from '../testing/index.ts'
import { describeStructure } from './describe.ts'

const database = await testDatabase()

describe('the structure that the migrations make', () => {
  it('is the one committed', async () => {
    await expect(await describeStructure(database.kysely)).toMatchFileSnapshot('../../structure.sql')
  })

  it('is left alone by migrating again', async () => {
    const before = await describeStructure(database.kysely)
    await Promise.all([migrate(database.kysely), migrate(database.kysely)])
    expect(await describeStructure(database.kysely)).toBe(before)
  })

  it('has jurisdiction_id first in every key and index, but for the three that log in', async () => {
    const { rows } = await sql<{ name: string }>`
      select indexrelid::regclass::text as name
      from pg_index join pg_class c on c.oid = indrelid
        join pg_attribute a on a.attrelid = indrelid and a.attnum = indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relname !~ 'kysely_' and a.attname <> 'jurisdiction_id'
      order by 1`.execute(database.kysely)
    expect(rows.map(row => row.name)).toEqual([
      'account_login',
      'jurisdiction_pkey',
      'login_slip_code',
      'session_token',
    ])
  })

  it('says of each index which query it serves', async () => {
    const { rows } = await sql<{ name: string }>`
      select indexrelid::regclass::text as name from pg_index join pg_class c on c.oid = indrelid
      where c.relnamespace = 'public'::regnamespace and c.relname !~ 'kysely_' and not indisprimary
        and coalesce(obj_description(indexrelid, 'pg_class'), '') !~ '^[a-zA-Z]+: '`.execute(database.kysely)
    expect(rows).toEqual([])
  })
})
