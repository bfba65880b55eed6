import type { LookMark } from '@guatu/domain'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { lookMark, saveLookMark } from './look.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
await createJurisdiction(database, { id: 'xx', name: '西夏区' })
const li: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }
const wang: Scope = { ...li, person: 'wang' }
const look = (seq: number) => ({ seq, asOf: '2020-05-31', at: '2020-05-31T01:02:03.000Z' })
const mark: LookMark = { since: look(3), last: look(5) }

it('is kept per person and jurisdiction, the newest in place of the one before', async () => {
  expect(await readScope(database, li, lookMark)).toBeUndefined()
  await withScope(database, li, tx => saveLookMark(tx, { since: look(1), last: look(1) }))
  await withScope(database, li, tx => saveLookMark(tx, mark))
  expect(await readScope(database, li, lookMark)).toEqual(mark)
  expect(await readScope(database, wang, lookMark)).toBeUndefined()
  expect(await readScope(database, { ...li, jurisdiction: 'xx' }, lookMark)).toBeUndefined()
})

it('is nobody else’s to see or write, with the filter dropped too', async () => {
  const rows = (scope: Scope) =>
    readScope(
      database,
      scope,
      async tx =>
        (await sql<{ person_id: string }>`select person_id from look_mark`.execute(tx.db)).rows.length,
    )
  expect([await rows(li), await rows(wang)]).toEqual([1, 0])
  const foreign = withScope(database, wang, tx =>
    sql`insert into look_mark values ('zs', 'li', 1, '2020-05-31', now(), 1, '2020-05-31', now())`.execute(
      tx.db,
    ),
  )
  await expect(foreign).rejects.toThrow(/row-level security/)
})
