import { randomUUID } from 'node:crypto'
import { type Columns, columnsOf } from '@guatu/domain'
import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import type { NewEntry } from '../ledger/new.ts'
import { membershipFact, projectFact } from '../project/project.ts'
import { type Reads, readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { readColumns } from './columns.ts'
import { readFacts } from './read.ts'

const database = await testDatabase()
const FIELDS = ['invest-ytd', 'stage', 'heads', 'note']
const FROM = '2020-01-01'

async function filled(): Promise<Scope> {
  const scope: Scope = { jurisdiction: randomUUID(), person: 'clerk', reads: 'all' }
  await createJurisdiction(database, { id: scope.jurisdiction, name: 'x' })
  const entry = (project: string, period: string, figures: NewEntry['figures']): NewEntry => ({
    subject: { kind: 'project', project },
    period,
    figures,
    origin: { via: 'form' },
  })
  await withScope(database, scope, tx =>
    appendBatch(tx, {
      facts: [
        unitFact({ id: 'u', name: 'u', kind: 'bureau' }, FROM),
        projectFact({ id: 'b', name: 'b', leadUnit: 'u' }, FROM),
        projectFact({ id: 'a', name: 'a' }, FROM),
        membershipFact({ project: 'a', list: 'l', year: 2020, annualPlan: 7 }, FROM),
        { word: 'setting', subject: 'red-cut', effectiveFrom: FROM, body: { value: '60%' } },
      ],
      entries: [
        entry('a', '2020-05', { 'invest-ytd': 9, stage: 'started', note: 'two\nlines "and" more' }),
        entry('a', '2020-Q1', { heads: 3 }),
        entry('a', '2020-01', { 'invest-ytd': 0, heads: 0, stage: 'plan' }),
        entry('b', '2020-05', { 'invest-ytd': 5, note: '8' }),
        entry('b', '2020-05', { 'invest-ytd': null, heads: 4 }),
        entry('b', '2020-06', { 'invest-ytd': 6 }),
      ],
    }),
  )
  return scope
}

/** Figures and sources of every row, as plain values. */
function plain({ jurisdiction, settings, reported, projects, memberships, returns }: Columns) {
  const rows = [...returns.period].map((period, row) => ({
    period: returns.periods[period],
    figures: FIELDS.map(id => {
      const column = returns.fields.get(id)
      const value = column?.values[row]
      if (value === undefined || value === -1 || Number.isNaN(value)) return null
      return column?.words ? column.words[value] : value
    }),
    sources: FIELDS.map(id => returns.sources.get(id)?.[row]).map(seq =>
      seq === undefined || Number.isNaN(seq) ? null : seq,
    ),
  }))
  return { jurisdiction, settings, reported, projects, memberships, from: [...returns.from], rows }
}

describe('columns read from the projections', () => {
  it.each<Reads>(['all', { units: ['u'] }, { projects: ['a'] }])(
    'are those of the facts for %j',
    async reads => {
      const scope = { ...(await filled()), reads }
      await readScope(database, scope, async tx => {
        for (const asOf of ['2019-12-31', '2020-01-31', '2020-05-30', '2020-05-31', '2020-12-31']) {
          const given = plain(await readColumns(tx, { asOf }, FIELDS))
          expect(given).toEqual(plain(columnsOf(await readFacts(tx, { asOf }))))
          expect(given).toEqual(plain(await readColumns(tx, { asOf, knownAt: 1000 }, FIELDS)))
        }
      })
    },
  )

  it('hold what was reported', async () => {
    const scope = await filled()
    const { rows, projects } = await readScope(database, scope, async tx =>
      plain(await readColumns(tx, { asOf: '2020-05-31' }, ['invest-ytd', 'note'])),
    )
    expect(projects.map(one => one.id)).toEqual(['a', 'b'])
    expect(rows.map(({ period, figures }) => [period?.period, figures[0], figures[3]])).toEqual([
      ['2020-01', 0, null],
      ['2020-Q1', null, null],
      ['2020-05', 9, 'two\nlines "and" more'],
      ['2020-05', null, '8'],
    ])
  })
})
