import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import type { NewFact } from '../ledger/new.ts'
import { projectFact } from '../project/project.ts'
import { rebuildProjection } from '../projection/rebuild.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { runOn, testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { type ProjectionFinding, projectionFindings } from '../verify/index.ts'
import { type ReturnMove, returnFact } from './fact.ts'
import { movesOf } from './moves.ts'
import { returnByKey, returnsOfPeriod, returnsOfUnit } from './state.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'county', name: '县' })
await createJurisdiction(database, { id: 'other', name: '邻县' })
const all: Scope = { jurisdiction: 'county', person: 'dispatcher', reads: 'all' }
const of = (unit: string): Scope => ({ ...all, person: `of ${unit}`, reads: { units: [unit] } })
const DAY = '2023-01-01'
await withScope(database, all, tx =>
  appendBatch(tx, {
    facts: [
      unitFact({ id: 'housing', name: '住建局', kind: 'bureau' }, DAY),
      unitFact({ id: 'station', name: '质监站', kind: 'bureau', parent: 'housing' }, DAY),
      unitFact({ id: 'water', name: '水利局', kind: 'bureau' }, DAY),
      projectFact({ id: 'own', name: '自己的', leadUnit: 'station' }, DAY),
      projectFact({ id: 'foreign', name: '别人的', leadUnit: 'water' }, DAY),
      { word: 'person', subject: 'of station', effectiveFrom: DAY, body: { name: '站长' } },
    ],
  }),
)
const write = (scope: Scope, ...facts: NewFact[]) =>
  withScope(database, scope, tx => appendBatch(tx, { facts }))
const move = (action: string, state: ReturnMove['state'], day: string, more: Partial<ReturnMove> = {}) =>
  returnFact({ unit: 'station', period: '2023-05', action, state, ...more }, day)
const standing = async (unit = 'station', period = '2023-05') => {
  const found = await readScope(database, all, tx => returnByKey(tx, unit, period))
  return (
    found && [found.state, found.at, found.submittedOn, found.firstSubmittedOn, found.acceptedAt !== null]
  )
}
const times = async () => {
  const found = await readScope(database, all, tx => returnByKey(tx, 'station', '2023-05'))
  return [found?.submittedAt, found?.firstSubmittedAt, found?.acceptedAt]
}

it('follows one return through its moves', async () => {
  expect(await standing()).toBeUndefined()
  const steps: [Scope, NewFact, unknown][] = [
    [
      of('station'),
      move('submit', 'submitted', '2023-06-02', { at: 'housing' }),
      ['submitted', 'housing', '2023-06-02', '2023-06-02', false],
    ],
    [of('station'), move('withdraw', 'open', '2023-06-02'), ['open', null, null, '2023-06-02', false]],
    [
      of('station'),
      move('submit', 'submitted', '2023-06-03', { at: 'housing' }),
      ['submitted', 'housing', '2023-06-03', '2023-06-02', false],
    ],
    [
      of('housing'),
      move('pass', 'submitted', '2023-06-04', { at: 'office' }),
      ['submitted', 'office', '2023-06-03', '2023-06-02', false],
    ],
    [
      all,
      move('return', 'returned', '2023-06-05', { reasons: [{ text: '与发票不符' }] }),
      ['returned', null, '2023-06-03', '2023-06-02', false],
    ],
    [
      of('station'),
      move('submit', 'submitted', '2023-06-06', { at: 'office' }),
      ['submitted', 'office', '2023-06-06', '2023-06-02', false],
    ],
    [all, move('accept', 'accepted', '2023-06-07'), ['accepted', null, '2023-06-06', '2023-06-02', true]],
    [all, move('reopen', 'returned', '2023-06-08'), ['returned', null, '2023-06-06', '2023-06-02', false]],
    [all, move('submit', 'accepted', '2023-06-09'), ['accepted', null, '2023-06-09', '2023-06-02', true]],
  ]
  for (const [scope, fact, after] of steps) {
    await write(scope, fact)
    expect(await standing()).toEqual(after)
  }
  const before = await times()
  await write(all, move('freeze', 'frozen', '2023-06-10'))
  expect(await times()).toEqual(before)
  expect(await standing()).toEqual(['frozen', null, '2023-06-09', '2023-06-02', true])

  const trail = await readScope(database, of('station'), tx => movesOf(tx, 'station', '2023-05'))
  expect(trail.map(one => one.body.action)).toEqual([
    ...['submit', 'withdraw', 'submit', 'pass', 'return', 'submit', 'accept', 'reopen', 'submit', 'freeze'],
  ])
  expect(trail[4]).toMatchObject({ day: '2023-06-05', body: { reasons: [{ text: '与发票不符' }] } })
  expect([trail[0]?.enteredBy, trail[0]?.enteredByName]).toEqual(['of station', '站长'])
  expect(trail[4]?.enteredByName).toBeNull()
})

it('takes several moves of one return, and many returns, in one batch', async () => {
  const many = Array.from({ length: 700 }, (_, i) =>
    returnFact({ unit: `u${i}`, period: '2023-07', action: 'submit', state: 'submitted' }, '2023-08-01'),
  )
  await write(all, ...many, ...many.map(fact => ({ ...fact, body: { ...fact.body, state: 'accepted' } })))
  const found = await readScope(database, all, tx => returnsOfPeriod(tx, '2023-07'))
  expect([found.length, new Set(found.map(one => one.state))]).toEqual([700, new Set(['accepted'])])
})

it('is found by period and by unit, as far as the scope reaches', async () => {
  const submit = (unit: string, period: string) =>
    returnFact({ unit, period, action: 'submit', state: 'submitted' }, '2023-07-01')
  await write(all, submit('housing', '2023-06'), submit('station', '2023-W23'), submit('station', '2023-06'))
  await write(all, submit('water', '2023-06'))
  await withScope(database, { ...all, jurisdiction: 'other' }, tx =>
    appendBatch(tx, { facts: [submit('housing', '2023-06')] }),
  )
  const units = async (scope: Scope) =>
    (await readScope(database, scope, tx => returnsOfPeriod(tx, '2023-06'))).map(one => one.unit)
  expect(await units(all)).toEqual(['housing', 'station', 'water'])
  expect(await units(of('housing'))).toEqual(['housing', 'station'])
  expect(await units(of('station'))).toEqual(['station'])
  const periods = await readScope(database, of('housing'), tx => returnsOfUnit(tx, 'station'))
  expect(periods.map(one => one.period)).toEqual(['2023-06', '2023-W23', '2023-05'])
  expect(await readScope(database, of('station'), tx => returnsOfUnit(tx, 'water'))).toEqual([])
  expect(await readScope(database, of('station'), tx => returnByKey(tx, 'water', '2023-06'))).toBeUndefined()
  expect(await readScope(database, of('station'), tx => movesOf(tx, 'water', '2023-06'))).toEqual([])
})

describe('row-level security', () => {
  const raw = (scope: Scope) =>
    readScope(database, scope, async tx => {
      const { rows } = await sql<{ unit: string }>`
        select distinct unit_id as unit from return_state where period = '2023-06'
        union select distinct body ->> 'unit' from fact where word = 'return' and body ->> 'period' = '2023-06'
        order by 1`.execute(tx.db)
      return rows.map(row => row.unit)
    })

  it('hides returns of other units where the filter of the query is dropped', async () => {
    expect(await raw(of('station'))).toEqual(['station'])
    expect(await raw(of('housing'))).toEqual(['housing', 'station'])
    expect(await raw(all)).toEqual(['housing', 'station', 'water'])
    expect(await raw({ ...all, reads: { projects: [] } })).toEqual([])
  })

  const correction = (unit: string, rows: readonly object[], subject = `${unit} c1`): NewFact => ({
    word: 'correction',
    subject,
    effectiveFrom: DAY,
    body: { id: subject.slice(subject.lastIndexOf(' ') + 1), unit, state: 'proposed', rows },
  })
  const figures = { period: '2023-05', figures: { 'invest-ytd': 1 } }
  const submit = (unit: string) =>
    returnFact({ unit, period: '2023-08', action: 'submit', state: 'submitted' }, '2023-09-01')

  it.each([
    ['a move of its own return', submit('housing')],
    ['a move of a return below', submit('station')],
    ['a correction of its own project', correction('station', [{ project: 'own', ...figures }])],
    [
      'a correction of its own figure',
      correction('housing', [{ indicator: 'fai', unit: 'station', ...figures }]),
    ],
  ])('lets a unit write %s', async (_, fact) => {
    await write(of('housing'), fact)
  })

  it.each([
    ['a move of another unit', submit('water'), /row-level security/],
    ['a move of the unit above', submit('housing'), /row-level security/],
    [
      'a move under a foreign subject',
      { ...submit('station'), subject: 'water 2023-08' },
      /violates check constraint "fact_unit"/,
    ],
    [
      'a move of another period than its subject',
      { ...submit('station'), subject: 'station 2023-09' },
      /violates check constraint "fact_unit"/,
    ],
    ['a correction of another unit', correction('water', []), /row-level security/],
    [
      'a correction of a foreign project',
      correction('station', [{ project: 'foreign', ...figures }]),
      /row-level security/,
    ],
    [
      'a correction of an own and a foreign project',
      correction('station', [
        { project: 'own', ...figures },
        { project: 'foreign', unit: 'station', ...figures },
      ]),
      /row-level security/,
    ],
    [
      'a correction of a foreign figure',
      correction('station', [{ indicator: 'fai', unit: 'water', ...figures }]),
      /row-level security/,
    ],
    ['a correction of nothing said', correction('station', [figures]), /row-level security/],
    [
      'a correction under a foreign subject',
      correction('station', [], 'water c1'),
      /violates check constraint "fact_unit"/,
    ],
    [
      'a closing',
      { word: 'closing', subject: '2023-05', effectiveFrom: DAY, body: { result: 'r' } },
      /row-level security/,
    ],
    [
      'an unlock',
      {
        word: 'unlock',
        subject: '2023-05',
        effectiveFrom: DAY,
        body: { unit: 'station', reason: 'x', until: '2999-01-01T00:00:00Z' },
      },
      /row-level security/,
    ],
    [
      'a unit',
      unitFact({ id: 'new', name: 'x', kind: 'bureau', parent: 'station' }, DAY),
      /row-level security/,
    ],
  ] as [string, NewFact, RegExp][])(
    'lets a unit not write %s, and keeps nothing of it',
    async (_, fact, why) => {
      const count = () =>
        runOn(database.url, 'select count(*) from fact union all select count(*) from return_state')
      const before = await count()
      await expect(write(of('station'), fact)).rejects.toThrow(why)
      expect(await count()).toEqual(before)
    },
  )
})

it('follows from the ledger: rebuilding changes nothing, and what was altered is named', async () => {
  const rows = () => runOn(database.url, 'select * from return_state order by 1, 2, 3')
  const findings = () =>
    readScope(database, all, async tx => {
      const found: ProjectionFinding[] = []
      for await (const one of projectionFindings(tx)) found.push(one)
      return found
    })
  const before = await rows()
  expect(await findings()).toEqual([])
  await withScope(database, all, rebuildProjection)
  expect(await rows()).toEqual(before)
  await runOn(
    database.url,
    `update return_state set state = 'open' where unit_id = 'station' and period = '2023-05'`,
  )
  await runOn(database.url, `delete from return_state where unit_id = 'water'`)
  await runOn(
    database.url,
    `insert into return_state (jurisdiction_id, unit_id, period, period_end, state, body, seq)
      values ('county', 'x', '2023-05', '2023-05-31', 'accepted', '{}', 4)`,
  )
  expect(await findings()).toEqual([
    { table: 'return_state', id: 'station 2023-05', seq: expect.any(Number) },
    { table: 'return_state', id: 'water 2023-06', seq: expect.any(Number) },
    { table: 'return_state', id: 'x 2023-05', seq: 4 },
  ])
  await withScope(database, all, rebuildProjection)
  expect(await rows()).toEqual(before)
})
