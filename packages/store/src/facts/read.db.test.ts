import { randomUUID } from 'node:crypto'
import type { ReturnFact } from '@guatu/domain'
import { canonicalJson, compareText, type Day } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importFacts } from '../import/facts.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { headSeq } from '../ledger/head.ts'
import type { NewBatch, NewEntry, NewFact } from '../ledger/new.ts'
import { membershipFact, projectFact } from '../project/project.ts'
import { rebuildProjection } from '../projection/rebuild.ts'
import { type Reads, readScope, type Scope, type ScopedTx, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { readFacts } from './read.ts'

const database = await testDatabase()

async function newJurisdiction(): Promise<Scope> {
  const id = randomUUID()
  await createJurisdiction(database, { id, name: id })
  return { jurisdiction: id, person: 'clerk', reads: 'all' }
}

// Few subjects and days, so that corrections, removals and late facts meet.
const project = fc.constantFrom('p1', 'p2', 'p3')
const unit = fc.constantFrom('u1', 'u2', 'u3')
const day = fc.constantFrom('2020-01-01', '2020-03-15', '2020-06-30')
const period = fc.constantFrom('2020-01', '2020-05', '2020-Q2', '2020-W10')
const figures = fc.dictionary(
  fc.constantFrom('invest-ytd', 'stage', 'heads', 'mood'),
  fc.option(fc.nat(9), { nil: null }),
)
const origin = { via: 'form' } as const

const newFact: fc.Arbitrary<NewFact> = fc
  .record({ project, unit, above: fc.option(unit, { nil: undefined }), day, word: fc.nat(3), n: fc.nat(9) })
  .map(({ project, unit, above, day, word, n }) => {
    const name = `name ${n}`
    if (word === 0)
      return unitFact({ id: unit, name, kind: 'bureau', parent: above === unit ? undefined : above }, day)
    if (word === 1) return projectFact({ id: project, name, leadUnit: unit, totalInvest: n }, day)
    if (word === 2) return membershipFact({ project, list: `l${n % 2}`, year: 2020, annualPlan: n }, day)
    return { word: 'setting', subject: `s${n % 2}`, effectiveFrom: day, body: { value: `${n}%` } }
  })
const fact = fc.tuple(newFact, fc.nat(4)).map(([fact, n]): NewFact => ({ ...fact, removed: n === 0 }))
const entry: fc.Arbitrary<NewEntry> = fc
  .record({ project, unit, period, figures, reported: fc.nat(3) })
  .map(({ project, unit, period, figures, reported }) =>
    reported === 0
      ? { subject: { kind: 'reported', indicator: 'fai', unit }, period, figures, origin }
      : {
          subject: { kind: 'project', project },
          period,
          figures: {
            ...figures,
            ...('stage' in figures && { stage: figures.stage === null ? null : 'started' }),
          },
          origin,
        },
  )
const batch: fc.Arbitrary<NewBatch> = fc.record({
  facts: fc.array(fact, { maxLength: 4 }),
  entries: fc.array(entry, { maxLength: 5 }),
})
const history = fc.array(batch, { minLength: 1, maxLength: 6 })
const AS_OF: readonly Day[] = [
  '2019-12-31',
  '2020-01-30',
  '2020-01-31',
  '2020-03-14',
  '2020-03-15',
  '2020-12-31',
]
const READS: readonly Reads[] = ['all', { units: ['u1'] }, { projects: ['p2'] }]

async function projections(tx: ScopedTx): Promise<string> {
  const tables = ['project', 'unit', 'post', 'membership', 'current', 'reported_current'] as const
  const rows = await Promise.all(
    tables.map(table =>
      tx.db.selectFrom(table).selectAll().where('jurisdiction_id', '=', tx.scope.jurisdiction).execute(),
    ),
  )
  return rows.map(of => of.map(canonicalJson).sort().join('\n')).join('\n\n')
}

/** An import asks for no sources, and returns come in any order. */
const unsourced = (returns: readonly ReturnFact[]) =>
  returns
    .map(({ sources: _, ...one }) => one)
    .sort((a, b) => compareText(`${a.project} ${a.period}`, `${b.project} ${b.period}`))

describe('readFacts', () => {
  it('gives from the projections what the ledger gives, in every scope and on every day', async () => {
    await fc.assert(
      fc.asyncProperty(history, async batches => {
        const scope = await newJurisdiction()
        for (const batch of batches) await withScope(database, scope, tx => appendBatch(tx, batch))
        for (const reads of READS) {
          await readScope(database, { ...scope, reads }, async tx => {
            for (const asOf of AS_OF) {
              const live = await readFacts(tx, { asOf })
              expect(live).toEqual(await readFacts(tx, { asOf, knownAt: Number.MAX_SAFE_INTEGER }))
              const imported = await importFacts(tx, { asOf, years: [2020] })
              expect({ ...imported, returns: unsourced(imported.returns) }).toEqual({
                ...live,
                returns: unsourced(live.returns),
              })
            }
          })
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('gives as known at a seq what it gave live when that was the last', async () => {
    await fc.assert(
      fc.asyncProperty(history, async batches => {
        const scope = await newJurisdiction()
        const given: { seq: number; asOf: Day; text: string }[] = []
        for (const batch of batches) {
          await withScope(database, scope, tx => appendBatch(tx, batch))
          await readScope(database, scope, async tx => {
            const seq = await headSeq(tx)
            for (const asOf of AS_OF)
              given.push({ seq, asOf, text: canonicalJson(await readFacts(tx, { asOf })) })
          })
        }
        await readScope(database, scope, async tx => {
          for (const { seq, asOf, text } of given) {
            expect(canonicalJson(await readFacts(tx, { asOf, knownAt: seq }))).toBe(text)
          }
        })
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('counts neither figures nor memberships of a project that was removed, from that day on', async () => {
    const scope = await newJurisdiction()
    const p = projectFact({ id: 'p', name: '甲' }, '2020-01-01')
    await withScope(database, scope, tx =>
      appendBatch(tx, {
        facts: [
          p,
          membershipFact({ project: 'p', list: 'key', year: 2020 }, '2020-01-01'),
          { ...p, effectiveFrom: '2020-06-01', removed: true },
        ],
        entries: [
          { subject: { kind: 'project', project: 'p' }, period: '2020-05', figures: { heads: 1 }, origin },
        ],
      }),
    )
    const counts = (asOf: Day) =>
      readScope(database, scope, async tx => {
        const facts = await readFacts(tx, { asOf })
        return [facts.projects.length, facts.memberships.length, facts.returns.length]
      })
    expect(await counts('2020-05-30')).toEqual([1, 1, 0])
    expect(await counts('2020-05-31')).toEqual([1, 1, 1])
    expect(await counts('2020-06-01')).toEqual([0, 0, 0])
  })

  it('gives only the projects asked for', async () => {
    const scope = await newJurisdiction()
    const facts = ['a', 'b'].flatMap(id => [
      projectFact({ id, name: id }, '2020-01-01'),
      membershipFact({ project: id, list: 'key', year: 2020 }, '2020-01-01'),
    ])
    const entries = ['a', 'b'].map(
      (id): NewEntry => ({
        subject: { kind: 'project', project: id },
        period: '2020-05',
        figures: { heads: 1 },
        origin,
      }),
    )
    await withScope(database, scope, tx => appendBatch(tx, { facts, entries }))
    const all = await readScope(database, scope, tx => readFacts(tx, { asOf: '2020-05-31' }))
    for (const knownAt of [undefined, 100]) {
      const wanted = { asOf: '2020-05-31', knownAt, projects: ['b', 'unheard-of'] }
      expect(await readScope(database, scope, tx => readFacts(tx, wanted))).toEqual({
        ...all,
        projects: all.projects.slice(1),
        memberships: all.memberships.slice(1),
        returns: all.returns.slice(1),
      })
    }
  })
})

describe('the projections', () => {
  it('are what the ledger gives when they are made anew', async () => {
    await fc.assert(
      fc.asyncProperty(history, async batches => {
        const scope = await newJurisdiction()
        for (const batch of batches) await withScope(database, scope, tx => appendBatch(tx, batch))
        await withScope(database, scope, async tx => {
          const kept = await projections(tx)
          await rebuildProjection(tx)
          expect(await projections(tx)).toBe(kept)
        })
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('are made anew when they were damaged', async () => {
    const scope = await newJurisdiction()
    const entries: NewEntry[] = [
      { subject: { kind: 'project', project: 'p' }, period: '2020-05', figures: { heads: 1 }, origin },
    ]
    await withScope(database, scope, async tx => {
      await appendBatch(tx, { entries })
      const kept = await projections(tx)
      await tx.db.updateTable('current').set({ figures: '{"heads":2}' }).execute()
      expect(await projections(tx)).not.toBe(kept)
      await rebuildProjection(tx)
      expect(await projections(tx)).toBe(kept)
    })
  })
})
