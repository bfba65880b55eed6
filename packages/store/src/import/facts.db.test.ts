import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts/read.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import type { NewEntry } from '../ledger/new.ts'
import { membershipFact, projectFact } from '../project/project.ts'
import { type Reads, readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { importFacts } from './facts.ts'

const database = await testDatabase()
const origin = { via: 'form' } as const

async function newJurisdiction(): Promise<Scope> {
  const id = randomUUID()
  await createJurisdiction(database, { id, name: id })
  return { jurisdiction: id, person: 'clerk', reads: 'all' }
}

const figure = (project: string, period: string, heads: number): NewEntry => ({
  subject: { kind: 'project', project },
  period,
  figures: { heads },
  origin,
})

describe('what an import is planned against', () => {
  it.each<[string, Reads, number]>([
    ['all projects, over several pages', 'all', 4_001],
    ['those of a unit', { units: ['u1'] }, 2],
    ['nothing where nothing is seen', { units: ['elsewhere'] }, 0],
  ])(
    'is what all readers are told, but for sources: %s',
    async (_, reads, count) => {
      const scope = await newJurisdiction()
      const ids = Array.from({ length: 4_001 }, (_, i) => `p${String(i).padStart(5, '0')}`)
      const ofUnit = new Set(['p00000', 'p04000'])
      const facts = ids.flatMap(id => [
        projectFact({ id, name: id, leadUnit: ofUnit.has(id) ? 'u1' : 'u2' }, '2020-01-01'),
        membershipFact({ project: id, list: 'key', year: 2020 }, '2020-01-01'),
      ])
      const entries = ids.map((id, i) => figure(id, '2020-05', i))
      await withScope(database, scope, tx => appendBatch(tx, { facts, entries }))
      await readScope(database, { ...scope, reads }, async tx => {
        const told = await readFacts(tx, { asOf: '2020-12-31' })
        const known = await importFacts(tx, { asOf: '2020-12-31', years: [2020] })
        expect(known).toEqual({ ...told, returns: told.returns.map(({ sources: _, ...one }) => one) })
        expect(known.projects.length).toBe(count)
      })
    },
    60_000,
  )

  it('holds the returns of the years that were asked for, up to the day', async () => {
    const scope = await newJurisdiction()
    const periods = ['2019-12', '2020-01', '2020-06', '2021-01']
    await withScope(database, scope, tx =>
      appendBatch(tx, {
        facts: [projectFact({ id: 'p', name: '甲' }, '2019-01-01')],
        entries: periods.map((period, i) => figure('p', period, i)),
      }),
    )
    const told = (asOf: string, years: number[]) =>
      readScope(database, scope, async tx =>
        (await importFacts(tx, { asOf, years })).returns.map(one => one.period),
      )
    expect(await told('2021-12-31', [2020])).toEqual(['2020-01', '2020-06'])
    expect(await told('2020-06-29', [2020])).toEqual(['2020-01'])
    expect(await told('2020-06-30', [2019, 2020])).toEqual(['2019-12', '2020-01', '2020-06'])
    expect(await told('2021-12-31', [])).toEqual([])
  })

  it('is what held on the day where something comes into force later, and leaves out what was removed', async () => {
    const scope = await newJurisdiction()
    const p = projectFact({ id: 'p', name: '甲' }, '2020-01-01')
    const q = projectFact({ id: 'q', name: '乙' }, '2020-01-01')
    await withScope(database, scope, tx =>
      appendBatch(tx, {
        facts: [
          p,
          q,
          { ...q, effectiveFrom: '2020-03-01', removed: true },
          membershipFact({ project: 'q', list: 'key', year: 2020 }, '2020-01-01'),
          projectFact({ id: 'p', name: '丙' }, '2020-06-01'),
        ],
      }),
    )
    const names = (asOf: string) =>
      readScope(database, scope, async tx => {
        const { projects, memberships } = await importFacts(tx, { asOf, years: [2020] })
        return [projects.map(one => one.name), memberships.length]
      })
    expect(await names('2020-05-31')).toEqual([['甲'], 0])
    expect(await names('2020-06-01')).toEqual([['丙'], 0])
    expect(await names('2020-02-29')).toEqual([['甲', '乙'], 1])
  })
})
