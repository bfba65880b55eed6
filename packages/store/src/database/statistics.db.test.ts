import { expect, test } from 'vitest'
import { runOn, testDatabase } from '../testing/index.ts'
import { lookAtGrown } from './statistics.ts'

const database = await testDatabase()

const units = (from: number, to: number) => `
  insert into unit (jurisdiction_id, id, body, effective_from, removed, seq)
  select 'zs', 'u' || n, jsonb_build_object('name', repeat('单位', 20)), '2020-01-01', false, n
  from generate_series(${from}, ${to}) n`
const rowsTakenFor = async () => {
  const [found] = await runOn<{ rows: number }>(
    database.url,
    `select reltuples::int as rows from pg_class where oid = 'unit'::regclass`,
  )
  return found?.rows
}

test('a table that was just filled is looked at, one that grew a little is left alone', async () => {
  await runOn(database.url, `insert into jurisdiction (id, name) values ('zs', '柞水县')`)
  // Else PostgreSQL may look by itself in between.
  await runOn(database.url, 'alter table unit set (autovacuum_enabled = false)')
  await runOn(database.url, units(1, 10))
  await lookAtGrown(database)
  expect(await rowsTakenFor()).toBe(-1)
  await runOn(database.url, units(11, 3_000))
  await lookAtGrown(database)
  expect(await rowsTakenFor()).toBe(3_000)
  await runOn(database.url, units(3_001, 4_000))
  await lookAtGrown(database)
  expect(await rowsTakenFor()).toBe(3_000)
  await runOn(database.url, units(4_001, 9_000))
  await lookAtGrown(database)
  expect(await rowsTakenFor()).toBe(9_000)
})
