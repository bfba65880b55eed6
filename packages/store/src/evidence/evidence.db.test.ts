import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { projectFact } from '../project/project.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { addEvidence, evidenceBytes, evidenceOf, evidenceUses } from './evidence.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'county', name: '县' })
await createJurisdiction(database, { id: 'other', name: '邻县' })
const all: Scope = { jurisdiction: 'county', person: 'dispatcher', reads: 'all' }
const housing: Scope = { ...all, person: 'li', reads: { units: ['housing'] } }
const other: Scope = { ...all, jurisdiction: 'other' }
for (const scope of [all, other])
  await withScope(database, scope, tx =>
    appendBatch(tx, {
      facts: [
        unitFact({ id: 'housing', name: '住建局', kind: 'bureau' }, '2023-01-01'),
        projectFact({ id: 'own', name: '自己的', leadUnit: 'housing' }, '2023-01-01'),
        projectFact({ id: 'foreign', name: '别人的', leadUnit: 'water' }, '2023-01-01'),
      ],
    }),
  )
const photo = Buffer.from([0xff, 0xd8, 0, 92, 10])
const takenAt = '2023-05-20T02:30:00.000Z'
const add = (scope: Scope, project: string, period: string, bytes = photo) =>
  withScope(database, scope, tx =>
    addEvidence(tx, { project, period, name: '封顶.jpg', mediaType: 'image/jpeg', takenAt, bytes }),
  )
const placesOf = (list: readonly { project: string; period: string }[]) =>
  list.map(one => `${one.project} ${one.period}`)

it('is kept once for a project and period, with its bytes', async () => {
  const sha256 = await add(housing, 'own', '2023-05')
  expect(await add(all, 'own', '2023-05')).toBe(sha256)
  const [kept, ...more] = await readScope(database, housing, tx => evidenceOf(tx, 'own', '2023-05'))
  expect(more).toEqual([])
  expect(kept).toEqual({
    ...{
      project: 'own',
      period: '2023-05',
      sha256,
      name: '封顶.jpg',
      mediaType: 'image/jpeg',
      size: 5,
      takenAt,
    },
    ...{ addedBy: 'li', addedAt: expect.any(String) },
  })
  const key = { project: 'own', period: '2023-05', sha256 }
  const file = await readScope(database, housing, tx => evidenceBytes(tx, key))
  expect(file).toEqual({ name: '封顶.jpg', mediaType: 'image/jpeg', bytes: photo })
  expect(
    await readScope(database, housing, tx => evidenceBytes(tx, { ...key, period: '2023-06' })),
  ).toBeUndefined()
})

it('tells where else the same file was used, the first use first', async () => {
  const sha256 = await add(all, 'foreign', '2023-05')
  await add(all, 'own', '2023-06')
  await add(all, 'own', '2023-06', Buffer.from('another'))
  await add(other, 'own', '2023-05')
  const uses = (scope: Scope) =>
    readScope(database, scope, async tx => placesOf(await evidenceUses(tx, [sha256])))
  expect(await uses(all)).toEqual(['own 2023-05', 'foreign 2023-05', 'own 2023-06'])
  expect(await uses(housing)).toEqual(['own 2023-05', 'own 2023-06'])
  expect(await readScope(database, all, tx => evidenceUses(tx, ['none']))).toEqual([])
  expect(placesOf(await readScope(database, all, tx => evidenceOf(tx, 'own')))).toHaveLength(3)
})

it('is added to and seen of own projects alone', async () => {
  await expect(add(housing, 'foreign', '2023-07')).rejects.toThrow(/row-level security/)
  await expect(add(housing, 'unheard-of', '2023-07')).rejects.toThrow(/row-level security/)
  expect(await readScope(database, housing, tx => evidenceOf(tx, 'foreign'))).toEqual([])
  const raw = await readScope(database, housing, async tx => {
    const { rows } = await sql<{ project: string; period: string }>`
      select distinct jurisdiction_id, project_id as project, period from evidence order by 2, 3`.execute(
      tx.db,
    )
    return placesOf(rows)
  })
  expect(raw).toEqual(['own 2023-05', 'own 2023-06'])
})
