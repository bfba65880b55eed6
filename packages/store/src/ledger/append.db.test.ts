import { must } from '@guatu/kernel'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts/index.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { takeOutbox } from '../outbox/outbox.ts'
import { projectFact } from '../project/project.ts'
import { readScope, type Scope, type ScopedTx, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { appendBatch } from './append.ts'
import { headSeq, seqAt } from './head.ts'
import type { NewBatch, NewEntry } from './new.ts'
import { verifyChain } from './verify.ts'

const database = await testDatabase()
let made = 0
/** Each test writes to a jurisdiction of its own. */
async function newJurisdiction(): Promise<Scope> {
  const id = `j${++made}`
  await createJurisdiction(database, { id, name: id })
  return { jurisdiction: id, person: 'clerk', reads: 'all' }
}
const append = (scope: Scope, batch: NewBatch) => withScope(database, scope, tx => appendBatch(tx, batch))
const figure = (project: string, value: number | null = 1): NewEntry => ({
  subject: { kind: 'project', project },
  period: '2020-05',
  figures: { 'invest-ytd': value },
  origin: { via: 'form' },
})
const seqs = async (tx: ScopedTx) => {
  const { rows } = await sql<{ seq: number; recorded_at: string }>`
    select seq, recorded_at from entry union all select seq, recorded_at from fact order by seq`.execute(
    tx.db,
  )
  return rows
}

describe('appendBatch', () => {
  it('numbers facts first, then entries, each in the order given', async () => {
    const scope = await newJurisdiction()
    const facts = [
      projectFact({ id: 'b', name: '乙' }, '2020-01-01'),
      projectFact({ id: 'a', name: '甲' }, '2020-01-01'),
    ]
    expect(await append(scope, { entries: [figure('a'), figure('b')], facts })).toMatchObject({
      firstSeq: 1,
      lastSeq: 4,
      repeated: false,
    })
    const { returns } = await readScope(database, scope, tx => readFacts(tx, { asOf: '2020-05-31' }))
    expect(returns.map(r => [r.project, r.sources])).toEqual([
      ['a', { 'invest-ytd': 3 }],
      ['b', { 'invest-ytd': 4 }],
    ])
  })

  it('tells not named, taken back and zero apart, for common and declared figures', async () => {
    const scope = await newJurisdiction()
    const enter = (figures: NewEntry['figures']) => append(scope, { entries: [{ ...figure('p'), figures }] })
    await append(scope, { facts: [projectFact({ id: 'p', name: '甲' }, '2020-01-01')] })
    await enter({
      'invest-ytd': 5,
      'paid-ytd': 6,
      stage: 'started',
      'started-on': '2020-02-29',
      heads: 7,
      mood: 'x',
    })
    await enter({ 'invest-ytd': 0, 'paid-ytd': null, mood: null })
    const { returns } = await readScope(database, scope, tx => readFacts(tx, { asOf: '2020-05-31' }))
    expect(returns[0]?.figures).toEqual({
      'invest-ytd': 0,
      stage: 'started',
      'started-on': '2020-02-29',
      heads: 7,
    })
    expect(returns[0]?.sources).toEqual({ 'invest-ytd': 3, stage: 2, 'started-on': 2, heads: 2 })
  })

  it('keeps the largest safe integer and refuses the next number', async () => {
    const scope = await newJurisdiction()
    await append(scope, { entries: [figure('p', Number.MAX_SAFE_INTEGER)] })
    await expect(append(scope, { entries: [figure('p', Number.MAX_SAFE_INTEGER + 1)] })).rejects.toThrow(
      RangeError,
    )
    await expect(append(scope, { entries: [figure('p', 0.5)] })).rejects.toThrow(RangeError)
  })

  it.each([
    ['a figure as text', { 'invest-ytd': '5' }],
    ['a stage as number', { stage: 0 }],
    ['a day that is none', { 'started-on': '2021-02-29' }],
    ['a day written short', { 'started-on': '2021-2-9' }],
  ])('refuses %s, which its column would keep as something else', async (_, figures) => {
    const scope = await newJurisdiction()
    await expect(append(scope, { entries: [{ ...figure('p'), figures }] })).rejects.toThrow(TypeError)
  })

  it("keeps a unit's reported values under whatever names the indicator gives them", async () => {
    const scope = await newJurisdiction()
    const subject = { kind: 'reported', indicator: 'fai', unit: 'u' } as const
    await append(scope, { entries: [{ ...figure('p'), subject, figures: { growth: '7.5%', stage: 3 } }] })
    const { reported } = await readScope(database, scope, tx =>
      readFacts(tx, { asOf: '2020-05-31', knownAt: 1 }),
    )
    expect(reported[0]?.values).toEqual({ growth: '7.5%', stage: 3 })
  })

  it('writes nothing for an empty batch', async () => {
    const scope = await newJurisdiction()
    expect(await append(scope, {})).toMatchObject({ firstSeq: 1, lastSeq: 0 })
    expect(await readScope(database, scope, headSeq)).toBe(0)
  })

  it('leaves nothing when the transaction fails after it', async () => {
    const scope = await newJurisdiction()
    const work = withScope(database, scope, async tx => {
      await appendBatch(tx, { entries: [figure('p')], outbox: [{ topic: 't', payload: 1 }] })
      throw new Error('afterwards')
    })
    await expect(work).rejects.toThrow('afterwards')
    expect(await append(scope, { entries: [figure('p')] })).toMatchObject({ firstSeq: 1 })
    expect(await withScope(database, scope, tx => takeOutbox(tx, 10))).toEqual([])
  })

  it('takes ten thousand rows at once', async () => {
    const scope = await newJurisdiction()
    const entries = Array.from({ length: 10_000 }, (_, i) => figure(`p${i}`, i))
    expect(await append(scope, { entries })).toMatchObject({ firstSeq: 1, lastSeq: 10_000 })
    expect(await readScope(database, scope, verifyChain)).toMatchObject({ ok: true, seq: 10_000 })
  })
})

describe('many rows, which are copied', () => {
  // What the text format of copy, of arrays and of JSON each escape in their own way, and words that stand for nothing.
  const TEXTS = [
    '',
    'NULL',
    '\\N',
    '\\.',
    'a\tb',
    'a\nb\r\n',
    'back\\slash',
    '"quoted"',
    "it's",
    '{a,b}',
    '你好，\u{1F3D7}',
  ]
  const entries = Array.from({ length: 600 }, (_, i): NewEntry => {
    const text = TEXTS[i % TEXTS.length] ?? ''
    return {
      subject: { kind: 'project', project: `p${i}` },
      period: '2020-05',
      figures: { progress: text, problem: null, [`own "${text}"`]: text, 'invest-ytd': i },
      reason: text,
      origin: { via: 'import', sheet: text, row: i },
    }
  })

  it('are read back as they were given, and hash to what the chain says', async () => {
    const scope = await newJurisdiction()
    const later = entries.map(entry => ({ ...entry, figures: { 'invest-ytd': null, stage: 'started' } }))
    const facts = entries.map((_, i) =>
      projectFact({ id: `p${i}`, name: TEXTS[i % TEXTS.length] ?? '' }, '2020-01-01'),
    )
    await append(scope, { facts, entries })
    await append(scope, { entries: later })
    await readScope(database, scope, async tx => {
      expect(await verifyChain(tx)).toMatchObject({ ok: true, seq: 1800 })
      const { projects, returns } = await readFacts(tx, { asOf: '2020-05-31' })
      const figures = new Map(returns.map(one => [one.project, one.figures]))
      for (const [i, entry] of entries.entries()) {
        const { progress, [`own "${progress}"`]: own } = entry.figures
        expect(figures.get(`p${i}`)).toEqual({ progress, [`own "${progress}"`]: own, stage: 'started' })
        expect(projects.find(one => one.id === `p${i}`)?.name).toBe(progress)
      }
    })
  })
})

describe('concurrent writers', () => {
  it('leave no gap, and the order of seq is the order of commits', async () => {
    const scope = await newJurisdiction()
    const committed: number[] = []
    const write = async (writer: number) => {
      for (let turn = 0; turn < 5; turn++) {
        const rows = ((writer + turn) % 3) + 1
        const fails = turn === 2
        const batch = { entries: Array.from({ length: rows }, () => figure(`p${writer}`, turn)) }
        await withScope(database, scope, async tx => {
          const { firstSeq } = await appendBatch(tx, batch)
          if (fails) throw new Error('roll back')
          // The lock is held from here to the commit: nobody can come between.
          committed.push(firstSeq)
        }).catch(error => expect(String(error)).toContain('roll back'))
      }
    }
    let writing = true
    const watch = async () => {
      // Whoever reads meanwhile sees a beginning of the ledger, never a later write without an earlier one.
      while (writing) {
        const rows = await readScope(database, scope, seqs)
        expect(rows.map(row => row.seq)).toEqual(rows.map((_, i) => i + 1))
      }
    }
    const watching = watch()
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
    writing = false
    await watching
    const rows = await readScope(database, scope, seqs)
    expect(rows.map(row => row.seq)).toEqual(rows.map((_, i) => i + 1))
    expect(committed).toEqual([...committed].sort((a, b) => a - b))
    expect(rows.map(row => row.recorded_at)).toEqual(rows.map(row => row.recorded_at).sort())
    expect(await readScope(database, scope, verifyChain)).toMatchObject({ ok: true, seq: rows.length })
  })

  it('of two jurisdictions do not wait for each other', async () => {
    const [one, other] = [await newJurisdiction(), await newJurisdiction()]
    await withScope(database, one, async tx => {
      await appendBatch(tx, { entries: [figure('p')] })
      expect(await append(other, { entries: [figure('p')] })).toMatchObject({ firstSeq: 1 })
    })
  })
})

describe('the idempotency key', () => {
  it('answers a repeated request as the first time and writes once', async () => {
    const scope = await newJurisdiction()
    const batch = { entries: [figure('p')], idempotencyKey: 'k', outbox: [{ topic: 't', payload: 1 }] }
    const first = await append(scope, batch)
    expect(await append(scope, batch)).toEqual({ ...first, repeated: true })
    expect(await readScope(database, scope, headSeq)).toBe(1)
    expect(await withScope(database, scope, tx => takeOutbox(tx, 10))).toHaveLength(1)
  })

  it('writes once when both requests come at the same moment', async () => {
    const scope = await newJurisdiction()
    const batch = { entries: [figure('p')], idempotencyKey: 'k' }
    const answers = await Promise.all([append(scope, batch), append(scope, batch)])
    expect(answers.map(answer => answer.repeated).sort()).toEqual([false, true])
    expect(await readScope(database, scope, headSeq)).toBe(1)
  })

  it('refuses other content, or another person, under the same key', async () => {
    const scope = await newJurisdiction()
    await append(scope, { entries: [figure('p', 1)], idempotencyKey: 'k' })
    const conflict = { name: 'Error', key: 'k' }
    await expect(append(scope, { entries: [figure('p', 2)], idempotencyKey: 'k' })).rejects.toMatchObject(
      conflict,
    )
    const another = append({ ...scope, person: 'else' }, { entries: [figure('p', 1)], idempotencyKey: 'k' })
    await expect(another).rejects.toMatchObject(conflict)
  })
})

describe('seqAt', () => {
  it('finds the last write at or before a time, to the millisecond', async () => {
    const scope = await newJurisdiction()
    await append(scope, {
      facts: [projectFact({ id: 'p', name: '甲' }, '2020-01-01')],
      entries: [figure('p')],
    })
    const [first] = await readScope(database, scope, seqs)
    const time = must(first, 'a row').recorded_at
    const at = (ms: number) => new Date(Date.parse(time) + ms).toISOString()
    const found = (text: string) => readScope(database, scope, tx => seqAt(tx, text))
    expect(await Promise.all([found(at(-1)), found(time), found(at(1))])).toEqual([0, 2, 2])
  })
})

describe('the ledger tables', () => {
  it.each([...['entry', 'fact', 'source_file', 'issued_document', 'scheme_file', 'unlock', 'evidence']])(
    'refuse change of %s, even by their owner',
    async name => {
      for (const change of [
        sql`update ${sql.table(name)} set jurisdiction_id = 'x'`,
        sql`delete from ${sql.table(name)}`,
        sql`truncate ${sql.table(name)}`,
      ]) {
        await expect(change.execute(database.kysely)).rejects.toThrow(`${name} is append-only`)
      }
    },
  )

  it('are not even open to change for a request', async () => {
    const scope = await newJurisdiction()
    const change = withScope(database, scope, tx => sql`delete from entry`.execute(tx.db))
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

describe('verifyChain', () => {
  const tampered = async (change: ReturnType<typeof sql>) => {
    const scope = await newJurisdiction()
    await append(scope, {
      facts: [projectFact({ id: 'p', name: '甲' }, '2020-01-01')],
      entries: [figure('p', 1), figure('p', 2), figure('p', 3)],
    })
    const intact = await readScope(database, scope, verifyChain)
    await database.kysely.transaction().execute(async db => {
      await sql`set local session_replication_role = replica`.execute(db)
      await sql`${change} where jurisdiction_id = ${scope.jurisdiction} and seq = 3`.execute(db)
    })
    return { intact, after: await readScope(database, scope, verifyChain) }
  }

  it.each([
    ['a changed figure', sql`update entry set invest_ytd = 20`, 3, 'hash'],
    ['a figure taken from what was named', sql`update entry set named = '{}'`, 3, 'hash'],
    ['another person', sql`update entry set entered_by = 'else'`, 3, 'hash'],
    ['a time moved', sql`update entry set recorded_at = recorded_at + interval '1 ms'`, 3, 'hash'],
    ['a hash made to fit', sql`update entry set hash = repeat('a', 64)`, 3, 'hash'],
    ['a link made to fit', sql`update entry set prev_hash = repeat('a', 64)`, 3, 'link'],
    ['a row taken out', sql`delete from entry`, 3, 'gap'],
  ] as const)('finds %s', async (_, change, seq, why) => {
    const { intact, after } = await tampered(change)
    expect(intact).toMatchObject({ ok: true, seq: 4 })
    expect(after).toEqual({ ok: false, seq, why })
  })

  it('finds the end cut off', async () => {
    const scope = await newJurisdiction()
    await append(scope, { entries: [figure('p', 1), figure('p', 2)] })
    await database.kysely.transaction().execute(async db => {
      await sql`set local session_replication_role = replica`.execute(db)
      await sql`delete from entry where jurisdiction_id = ${scope.jurisdiction} and seq = 2`.execute(db)
    })
    expect(await readScope(database, scope, verifyChain)).toEqual({ ok: false, seq: 2, why: 'head' })
  })
})
