import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from './entry.ts'
import { applyEntry, type FoldedEntry, foldEntries, toFacts } from './fold.ts'

const entry = (seq: number, figures: Entry['figures'], period = '2023-05'): Entry => ({
  seq,
  subject: { kind: 'project', project: 'a' },
  period,
  figures,
  origin: { via: 'form' },
})

describe('folding entries', () => {
  it('changes what a correction names and nothing else', () => {
    const [folded] = foldEntries([
      entry(3, { 'invest-ytd': 40, stage: 'started' }),
      entry(7, { 'invest-ytd': 45 }),
    ])
    expect(folded?.figures).toEqual({ 'invest-ytd': 45, stage: 'started' })
    expect(folded?.sources).toEqual({ 'invest-ytd': 7, stage: 3 })
  })

  it('takes back with null, which is not 0, and takes a new figure after that', () => {
    const taken = [entry(1, { 'invest-ytd': 40, stage: 'started' }), entry(2, { 'invest-ytd': null })]
    expect(foldEntries(taken)[0]?.figures).toEqual({ stage: 'started' })
    expect(foldEntries(taken)[0]?.sources).toEqual({ stage: 1 })
    expect(foldEntries([...taken, entry(3, { 'invest-ytd': 0 })])[0]?.figures).toEqual({
      'invest-ytd': 0,
      stage: 'started',
    })
  })

  it('keeps periods and subjects apart', () => {
    const other: Entry = { ...entry(3, { 'invest-ytd': 3 }), subject: { kind: 'project', project: 'b' } }
    const reported: Entry = {
      ...entry(4, { growth: '8%' }),
      subject: { kind: 'reported', indicator: 'fai', unit: 'a' },
    }
    const folded = foldEntries([
      entry(1, { 'invest-ytd': 1 }),
      entry(2, { 'invest-ytd': 2 }, '2023-06'),
      other,
      reported,
    ])
    expect(folded.map(one => one.figures)).toEqual([
      { 'invest-ytd': 1 },
      { 'invest-ytd': 2 },
      { 'invest-ytd': 3 },
      { growth: '8%' },
    ])
    const { returns, reported: facts } = toFacts(folded)
    expect(returns.map(one => [one.project, one.period])).toEqual([
      ['a', '2023-05'],
      ['a', '2023-06'],
      ['b', '2023-05'],
    ])
    expect(facts).toEqual([
      { indicator: 'fai', unit: 'a', period: '2023-05', values: { growth: '8%' }, source: 4 },
    ])
  })

  it('gives no return of a period whose figures were all taken back, and gives it again once one is there', () => {
    const undone = [
      entry(1, { 'invest-ytd': 1, stage: 'started' }),
      entry(2, { 'invest-ytd': null, stage: null }),
    ]
    const periods = (entries: readonly Entry[]) =>
      toFacts(foldEntries(entries)).returns.map(one => one.period)
    expect(periods(undone.slice(0, 1))).toEqual(['2023-05'])
    expect(periods(undone)).toEqual([])
    expect(periods([...undone, entry(3, { stage: 'started' })])).toEqual(['2023-05'])
  })

  const entries = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }).chain(seqs =>
    fc.tuple(
      ...seqs.map(seq =>
        fc
          .tuple(
            fc.constantFrom('2023-05', '2023-06'),
            fc.dictionary(fc.constantFrom('invest-ytd', 'stage', 'progress'), fc.option(fc.nat(9)), {
              maxKeys: 3,
            }),
          )
          .map(([period, figures]) => entry(seq, figures, period)),
      ),
    ),
  )
  const known = (folded: readonly FoldedEntry[]) =>
    Object.fromEntries(folded.map(one => [one.period, { figures: one.figures, sources: one.sources }]))

  it('goes by seq, whatever the order in which entries are read', () => {
    fc.assert(
      fc.property(
        entries.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(foldEntries(shuffled)).toEqual(foldEntries(all))
        },
      ),
    )
  })

  it('one by one, as a projection does, comes to the same as all at once', () => {
    fc.assert(
      fc.property(entries, all => {
        const rows = new Map<string, FoldedEntry>()
        for (const one of [...all].sort((a, b) => a.seq - b.seq))
          rows.set(one.period, applyEntry(rows.get(one.period), one))
        expect(known([...rows.values()])).toEqual(known(foldEntries(all)))
      }),
    )
  })

  it('gives every figure the seq of an entry that said exactly that', () => {
    fc.assert(
      fc.property(entries, all => {
        for (const { figures, sources, period } of foldEntries(all)) {
          expect(Object.keys(sources).sort()).toEqual(Object.keys(figures).sort())
          for (const [field, seq] of Object.entries(sources)) {
            const source = all.find(one => one.seq === seq)
            expect(source?.period).toBe(period)
            expect(source?.figures[field]).toBe(figures[field])
          }
        }
      }),
    )
  })
})
