import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { returnDraft, saveReturnDraft } from './draft.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'county', name: '县' })
await createJurisdiction(database, { id: 'other', name: '邻县' })
const all: Scope = { jurisdiction: 'county', person: 'dispatcher', reads: 'all' }
const of = (person: string, unit: string): Scope => ({ ...all, person, reads: { units: [unit] } })
const li = of('li', 'housing')
const wang = of('wang', 'station')
await withScope(database, all, tx =>
  appendBatch(tx, {
    facts: [
      unitFact({ id: 'housing', name: '住建局', kind: 'bureau' }, '2023-01-01'),
      unitFact({ id: 'station', name: '质监站', kind: 'bureau', parent: 'housing' }, '2023-01-01'),
    ],
  }),
)
const save = (scope: Scope, body: unknown, seen: number, unit = 'station') =>
  withScope(database, scope, tx => saveReturnDraft(tx, { unit, period: '2023-05', body }, seen))
const read = (scope: Scope, unit = 'station') =>
  readScope(database, scope, tx => returnDraft(tx, unit, '2023-05'))

it('is kept over the version that was seen, else told what another has saved', async () => {
  expect(await read(wang)).toBeUndefined()
  expect(await save(wang, { rows: 1 }, 0)).toEqual({ ok: true, value: 1 })
  expect(await save(li, { rows: 2 }, 1)).toEqual({ ok: true, value: 2 })
  const conflict = await save(wang, { rows: 3 }, 1)
  const kept = { unit: 'station', period: '2023-05', body: { rows: 2 }, version: 2, savedBy: 'li' }
  expect(conflict).toMatchObject({ ok: false, error: kept })
  expect(await save(wang, { rows: 3 }, 0)).toMatchObject({ ok: false, error: kept })
  expect(await save(wang, { rows: 3 }, 3)).toMatchObject({ ok: false, error: kept })
  expect(await read(wang)).toMatchObject(kept)
})

it('once dropped keeps its number, so that an old page does not write over what came later', async () => {
  const seen = (await read(wang))?.version ?? 0
  expect(await save(wang, null, seen)).toEqual({ ok: true, value: seen + 1 })
  expect(await read(wang)).toMatchObject({ body: null, version: seen + 1 })
  expect((await save(li, { old: true }, seen)).ok).toBe(false)
  expect((await save(li, { old: true }, 0)).ok).toBe(false)
  expect(await save(li, { fresh: true }, seen + 1)).toEqual({ ok: true, value: seen + 2 })
})

it('that was never there cannot be saved over', async () => {
  expect(await save(li, {}, 4, 'housing')).toMatchObject({ ok: false, error: { body: null, version: 0 } })
  expect(await read(li, 'housing')).toBeUndefined()
})

it('of two who write at once one is told of the other', async () => {
  const answers = await Promise.all([
    save(li, { by: 'li' }, 0, 'housing'),
    save(all, { by: 'all' }, 0, 'housing'),
  ])
  expect(answers.map(one => one.ok).sort()).toEqual([false, true])
})

it('is seen and saved by its unit and those above alone', async () => {
  await expect(save(wang, {}, 0, 'housing')).rejects.toThrow(/row-level security/)
  await expect(save(wang, {}, 0, 'water')).rejects.toThrow(/row-level security/)
  expect(await read(wang, 'housing')).toBeUndefined()
  const raw = (scope: Scope) =>
    readScope(database, scope, async tx => {
      const { rows } = await sql<{
        unit: string
      }>`select unit_id as unit from return_draft order by 1`.execute(tx.db)
      return rows.map(row => row.unit)
    })
  expect(await raw(wang)).toEqual(['station'])
  expect(await raw(li)).toEqual(['housing', 'station'])
  expect(await raw({ ...all, jurisdiction: 'other' })).toEqual([])
})
