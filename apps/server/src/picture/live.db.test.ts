import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { boardView, PUBLISHED_CALENDAR, type StandingView, standingOf } from '@guatu/domain'
import { compareText, type Day, must } from '@guatu/kernel'
import { parseScheme } from '@guatu/scheme'
import {
  appendBatch,
  createJurisdiction,
  headSeq,
  type Jurisdiction,
  membershipFact,
  type NewBatch,
  type NewEntry,
  type NewFact,
  projectFact,
  type Reads,
  readFacts,
  readScope,
  type Scope,
  unitFact,
  withScope,
} from '@guatu/store'
import { testDatabase } from '@guatu/store/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { schemeAt, schemeFact } from '../moment/scheme.ts'
import { viewOf } from './reader.ts'

const database = await testDatabase()
const file = new URL('../../../../schemes/zhashui/scheme.yaml', import.meta.url)
const text = readFileSync(file, 'utf8')
const plan = must(parseScheme(text, 'scheme.yaml').parsed, 'plan')
const DAY: Day = '2020-05-31'
const READS: readonly Reads[] = ['all', { units: ['u1'] }, { units: ['u2'] }, { projects: ['p2', 'p4'] }]

const project = fc.constantFrom('p1', 'p2', 'p3', 'p4')
const unit = fc.constantFrom('u1', 'u2', 'u3')
const list = plan.scheme.lists[0]?.id ?? ''
const fact: fc.Arbitrary<NewFact> = fc
  .record({
    project,
    unit,
    word: fc.nat(9),
    n: fc.nat(9),
    day: fc.constantFrom('2020-01-01', '2020-05-31', '2020-09-01'),
    removed: fc.nat(5),
  })
  .map(({ project: id, unit: leadUnit, word, n, day, removed }) => {
    const one =
      word === 0
        ? unitFact({ id: leadUnit, name: `单位${n}`, kind: 'bureau', parent: n < 3 ? 'u1' : undefined }, day)
        : word < 6
          ? projectFact({ id, name: `项目${n}`, leadUnit, totalInvest: n * 100 }, day)
          : membershipFact({ project: id, list, year: 2020, nature: 'new', annualPlan: n * 1000 }, day)
    return { ...one, removed: removed === 0 }
  })
const entry: fc.Arbitrary<NewEntry> = fc
  .record({
    project,
    unit,
    period: fc.constantFrom('2019-12', '2020-03', '2020-04', '2020-05', '2020-06'),
    amount: fc.option(fc.nat(9999), { nil: null }),
    stage: fc.constantFrom('prepare', 'started', 'completed', null),
    reported: fc.nat(5),
  })
  .map(({ project: id, unit: of, period, amount, stage, reported }): NewEntry => {
    const origin = { via: 'form' } as const
    if (reported === 0)
      return {
        subject: { kind: 'reported', indicator: 'fai', unit: of },
        period,
        figures: { amount },
        origin,
      }
    return {
      subject: { kind: 'project', project: id },
      period,
      figures: { 'invest-ytd': amount, stage },
      origin,
    }
  })
const batch: fc.Arbitrary<NewBatch> = fc.record({
  facts: fc.array(fact, { maxLength: 3 }),
  entries: fc.array(entry, { maxLength: 4 }),
})

async function begun(): Promise<{ jurisdiction: Jurisdiction; scope: Scope }> {
  const jurisdiction = { id: randomUUID(), name: '县', businessDate: DAY }
  await createJurisdiction(database, jurisdiction)
  const scope: Scope = { jurisdiction: jurisdiction.id, person: 'clerk', reads: 'all' }
  await withScope(database, scope, tx => appendBatch(tx, { facts: [schemeFact(plan, text)] }))
  return { jurisdiction, scope }
}

const said = (view: StandingView) => ({
  board: boardView({ view }),
  lines: [...view.rows()].map(row => row.line).sort((a, b) => compareText(a.id, b.id)),
  library: view.library.page({}, 0, 100),
})

describe('a reader sees', () => {
  test('after each write what the facts of that very scope say, whoever reads, now and on past days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), async batches => {
        const { jurisdiction, scope } = await begun()
        const app = makeApp(database, new URL('file:///none'))
        for (const one of batches) {
          await withScope(database, scope, tx => appendBatch(tx, one))
          for (const asOf of [DAY, '2020-04-30']) {
            const { held } = await app.standings.at(jurisdiction, { asOf }, 0, () => undefined)
            for (const reads of READS) {
              const seen = await viewOf(app, { ...scope, reads }, held)
              await readScope(database, { ...scope, reads }, async tx => {
                expect(seen.held.seq).toBe(await headSeq(tx))
                const { scheme } = await schemeAt(tx, { asOf })
                const full = standingOf(await readFacts(tx, { asOf }), scheme, asOf, PUBLISHED_CALENDAR)
                expect(said(seen.view)).toEqual(said(full.all))
              })
            }
          }
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test('as known at a seq what was seen when that was the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 2, maxLength: 4 }), async batches => {
        const { jurisdiction, scope } = await begun()
        const app = makeApp(database, new URL('file:///none'))
        const seen: { knownAt: number; text: string }[] = []
        const look = async (knownAt?: number) => {
          const { held } = await app.standings.at(jurisdiction, { asOf: DAY, knownAt }, 0, () => undefined)
          return { knownAt: held.seq, text: JSON.stringify(said(held.standing.all)) }
        }
        for (const one of batches) {
          await withScope(database, scope, tx => appendBatch(tx, one))
          seen.push(await look())
        }
        for (const { knownAt, text: then } of seen)
          expect(await look(knownAt)).toEqual({ knownAt, text: then })
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test('every write that was acknowledged before asking, however many ask and write at once', async () => {
    const { jurisdiction, scope } = await begun()
    const app = makeApp(database, new URL('file:///none'))
    const project = projectFact({ id: 'p1', name: '甲' }, '2020-01-01')
    await withScope(database, scope, tx => appendBatch(tx, { facts: [project] }))
    const one = async (amount: number) => {
      const entries: NewEntry[] = [
        {
          subject: { kind: 'project', project: 'p1' },
          period: '2020-05',
          figures: { 'invest-ytd': amount },
          origin: { via: 'form' },
        },
      ]
      const { lastSeq } = await withScope(database, scope, tx => appendBatch(tx, { entries }))
      const { held } = await app.standings.at(jurisdiction, {}, 0, () => undefined)
      const { seq } = held
      return { lastSeq, seq, stands: held.standing.all.row('p1')?.line.invested }
    }
    const found = await Promise.all(Array.from({ length: 30 }, (_, index) => one(index)))
    for (const { lastSeq, seq, stands } of found) {
      expect(seq).toBeGreaterThanOrEqual(lastSeq)
      expect(stands).toBe(await investedAt(scope, seq))
    }
  })

  test('the live picture first, though past ones were asked for before', async () => {
    const { jurisdiction, scope } = await begun()
    const facts = Array.from({ length: 250 }, (_, n) =>
      projectFact({ id: `p${n}`, name: `项目${n}` }, '2020-01-01'),
    )
    await withScope(database, scope, tx => appendBatch(tx, { facts }))
    const app = makeApp(database, new URL('file:///none'))
    const made: string[] = []
    const ask = async (asOf?: Day, knownAt?: number) => {
      const { held } = await app.standings.at(jurisdiction, { asOf, knownAt }, 0, () => undefined)
      expect(held.standing.all.size).toBe(250)
      made.push(asOf ?? 'live')
    }
    await Promise.all([ask('2020-03-31'), ask('2020-04-30', 300), ask()])
    expect(made).toEqual(['live', '2020-03-31', '2020-04-30'])
  })
})

async function investedAt(scope: Scope, knownAt: number): Promise<unknown> {
  const facts = await readScope(database, scope, tx => readFacts(tx, { asOf: DAY, knownAt }))
  return facts.returns[0]?.figures['invest-ytd']
}
