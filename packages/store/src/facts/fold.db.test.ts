import { randomUUID } from 'node:crypto'
import { type Columns, columnsOf, type Entry, figureAt, foldEntries, toFacts } from '@guatu/domain'
import { compareText } from '@guatu/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { projectFact } from '../project/project.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { readColumns } from './columns.ts'
import { readFacts } from './read.ts'

const database = await testDatabase()
const FIELDS = ['invest-ytd', 'started-on', 'stage', 'progress', 'heads', 'note']
const PROJECTS = ['a', 'b', 'c']

const figures: fc.Arbitrary<Entry['figures']> = fc.record(
  {
    'invest-ytd': fc.option(fc.maxSafeInteger()),
    'started-on': fc.constantFrom('2023-01-15', '2023-03-31', null),
    stage: fc.constantFrom('prepare', 'started', null),
    progress: fc.option(fc.string({ unit: 'grapheme' }).map(text => text.replaceAll('\0', ''))),
    heads: fc.option(fc.nat(9)),
    note: fc.constantFrom('', 'null', 'two\n"lines"\\', null),
  },
  { requiredKeys: [] },
)
interface Content {
  readonly project: string
  readonly period: string
  readonly figures: Entry['figures']
}

const content: fc.Arbitrary<Content> = fc.record({
  project: fc.constantFrom(...PROJECTS),
  period: fc.constantFrom('2023-04', '2023-Q1', '2023-05'),
  figures,
})

async function written(contents: readonly Content[]) {
  const scope: Scope = { jurisdiction: randomUUID(), person: 'clerk', reads: 'all' }
  await createJurisdiction(database, { id: scope.jurisdiction, name: 'x' })
  const entries = contents.map(({ project, period, figures }) => ({
    subject: { kind: 'project' as const, project },
    period,
    figures,
    origin: { via: 'form' as const },
  }))
  const { lastSeq } = await withScope(database, scope, tx =>
    appendBatch(tx, { facts: PROJECTS.map(id => projectFact({ id, name: id }, '2023-01-01')), entries }),
  )
  const first = lastSeq - entries.length + 1
  return { scope, entries: entries.map((one, index): Entry => ({ ...one, seq: first + index })), lastSeq }
}

/** What the core makes of the entries known then, in the order of `readFacts`. */
const folded = (entries: readonly Entry[], knownAt: number) =>
  toFacts(foldEntries(entries.filter(one => one.seq <= knownAt))).returns.sort(
    (a, b) => compareText(a.project, b.project) || compareText(a.period, b.period),
  )

/** Every figure and its source, as plain values. */
const figuresOf = ({ returns }: Columns) =>
  [...returns.period].map((period, row) => [
    returns.periods[period]?.period,
    ...FIELDS.map(id => {
      const column = returns.fields.get(id)
      return [column && figureAt(column, row), returns.sources.get(id)?.[row] || undefined]
    }),
  ])

it('is that of the core, as known at any seq', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(content, { maxLength: 16 }), fc.nat(16), async (contents, back) => {
      const { scope, entries, lastSeq } = await written(contents)
      const knownAt = Math.max(0, lastSeq - back)
      await readScope(database, scope, async tx => {
        const facts = await readFacts(tx, { asOf: '2023-12-31', knownAt })
        expect(facts.returns).toEqual(
          folded(entries, knownAt).filter(one => facts.projects.some(project => project.id === one.project)),
        )
        const columns = await readColumns(tx, { asOf: '2023-12-31', knownAt }, FIELDS)
        expect(figuresOf(columns)).toEqual(figuresOf(columnsOf(facts)))
      })
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('keeps what a correction does not name, and takes back with null', async () => {
  const { scope, lastSeq } = await written([
    { project: 'a', period: '2023-04', figures: { 'invest-ytd': 40, stage: 'started', heads: 3 } },
    { project: 'a', period: '2023-04', figures: { 'invest-ytd': 45, heads: null } },
    { project: 'a', period: '2023-04', figures: { 'invest-ytd': null } },
    { project: 'a', period: '2023-04', figures: { stage: null } },
    { project: 'a', period: '2023-04', figures: { 'invest-ytd': 0 } },
  ])
  const first = lastSeq - 4
  const at = async (knownAt: number) => {
    const { returns } = await readScope(database, scope, tx => readFacts(tx, { asOf: '2023-12-31', knownAt }))
    return returns.map(one => [one.figures, one.sources])
  }
  expect(await at(first)).toEqual([
    [
      { 'invest-ytd': 40, stage: 'started', heads: 3 },
      { 'invest-ytd': first, stage: first, heads: first },
    ],
  ])
  expect(await at(first + 1)).toEqual([
    [
      { 'invest-ytd': 45, stage: 'started' },
      { 'invest-ytd': first + 1, stage: first },
    ],
  ])
  expect(await at(first + 2)).toEqual([[{ stage: 'started' }, { stage: first }]])
  expect(await at(first + 3)).toEqual([])
  expect(await at(first + 4)).toEqual([[{ 'invest-ytd': 0 }, { 'invest-ytd': first + 4 }]])
})
