import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { correctionFact, correctionOf, corrections } from '../correction/correction.ts'
import { correctionEntries } from '../correction/entries.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import type { NewBatch, NewEntry } from '../ledger/new.ts'
import { verifyChain } from '../ledger/verify.ts'
import { projectFact } from '../project/project.ts'
import { storeResult } from '../result/result.ts'
import { returnFact } from '../return/fact.ts'
import { readScope, type Scope, type ScopedTx, withScope } from '../scope/scope.ts'
import { runOn, testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { type ProjectionFinding, projectionFindings } from '../verify/index.ts'
import { PeriodClosed } from './closed.ts'
import { closedAmong, closedAround, closingFact, closingOf, closings } from './closing.ts'
import { unlockEndFact, unlockFact, unlocksOf } from './unlock.ts'

const database = await testDatabase()
const DAY = '2023-06-06'
let made = 0
/** Each test closes periods of a jurisdiction of its own. */
async function newCounty(): Promise<Scope> {
  const id = `c${++made}`
  await createJurisdiction(database, { id, name: id })
  const scope: Scope = { jurisdiction: id, person: 'dispatcher', reads: 'all' }
  await append(scope, {
    facts: [
      unitFact({ id: 'housing', name: '住建局', kind: 'bureau' }, '2023-01-01'),
      projectFact({ id: 'p', name: '项目', leadUnit: 'housing' }, '2023-01-01'),
    ],
  })
  return scope
}
const append = (scope: Scope, batch: NewBatch) => withScope(database, scope, tx => appendBatch(tx, batch))
const entry = (period: string, more: Partial<NewEntry> = {}): NewEntry => ({
  subject: { kind: 'project', project: 'p' },
  period,
  figures: { 'invest-ytd': 1 },
  origin: { via: 'form' },
  ...more,
})
async function close(tx: ScopedTx, period: string, from?: string) {
  const judged = { kind: 'closing', scheme: 's', schemeHash: 'h', engine: '1', asOf: DAY, seq: 1 }
  const { id: result } = await storeResult(tx, judged, ['{}'])
  await appendBatch(tx, {
    facts: [closingFact(period, { result, missing: ['water'], ...(from && { from }) }, DAY)],
  })
  return result
}
const unlock = (scope: Scope, period: string, until: string) =>
  append(scope, { facts: [unlockFact(period, { reason: '漏报一笔', until }, DAY)] })
const count = async () =>
  runOn(database.url, 'select count(*) from entry union all select count(*) from fact')

async function refused(scope: Scope, batch: NewBatch): Promise<string> {
  const before = await count()
  const error = await append(scope, batch).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(PeriodClosed)
  expect(await count()).toEqual(before)
  return error instanceof PeriodClosed ? error.period : ''
}

describe('a closed period', () => {
  // Typed by hand: first and last days of May 2023, and what crosses them.
  it.each([
    ['2023-05', true],
    ['2023-05-01', true],
    ['2023-05-31', true],
    ['2023-05-F1', true],
    ['2023-05-T3', true],
    ['2023-W18', true], // 1 to 7 May
    ['2023-W21', true], // 22 to 28 May
    ['2023-W17', false], // 24 to 30 April
    ['2023-W22', false], // 29 May to 4 June
    ['2023-04-30', false],
    ['2023-06-01', false],
    ['2023-04', false],
    ['2023-06', false],
    ['2023-Q2', false],
    ['2023', false],
    ['2022-05', false],
  ])('of May 2023: %s is closed with it: %s', async (period, closed) => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    expect(await readScope(database, scope, tx => closedAround(tx, period))).toBe(
      closed ? '2023-05' : undefined,
    )
    if (closed) expect(await refused(scope, { entries: [entry(period)] })).toBe('2023-05')
    else expect(await append(scope, { entries: [entry(period)] })).toMatchObject({ repeated: false })
  })

  it('refuses a whole batch for one of its rows, few or many, and of a unit reported figures too', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const open = entry('2023-06')
    expect(await refused(scope, { entries: [open, entry('2023-05')] })).toBe('2023-05')
    expect(
      await refused(scope, { entries: [...Array.from({ length: 600 }, () => open), entry('2023-W21')] }),
    ).toBe('2023-05')
    const reported = { kind: 'reported', indicator: 'fai', unit: 'housing' } as const
    expect(await refused(scope, { entries: [entry('2023-05', { subject: reported })] })).toBe('2023-05')
  })

  it('stops one unit as it stops those who read all, and is of one jurisdiction', async () => {
    const scope = await newCounty()
    const other = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    await refused({ ...scope, person: 'li', reads: { units: ['housing'] } }, { entries: [entry('2023-05')] })
    await append(other, { entries: [entry('2023-05')] })
  })

  it('is told to everybody with its result, and closes once', async () => {
    const scope = await newCounty()
    const result = await withScope(database, scope, tx => close(tx, '2023-05'))
    await withScope(database, scope, tx => close(tx, '2023-W22'))
    const reader: Scope = { ...scope, reads: { units: ['housing'] } }
    const [week, may] = await readScope(database, reader, closings)
    expect(week).toMatchObject({ period: '2023-W22', start: '2023-05-29', end: '2023-06-04' })
    expect(may).toEqual({
      ...{ period: '2023-05', start: '2023-05-01', end: '2023-05-31', result, seq: 3 },
      ...{ body: { result, missing: ['water'] }, closedBy: 'dispatcher', closedAt: expect.any(String) },
    })
    expect(await readScope(database, reader, tx => closingOf(tx, '2023-05'))).toEqual(may)
    expect(await readScope(database, reader, tx => closingOf(tx, '2023-W21'))).toBeUndefined()
    await expect(withScope(database, scope, tx => close(tx, '2023-05'))).rejects.toThrow(PeriodClosed)
    expect(await readScope(database, scope, closings)).toHaveLength(2)
  })

  it('needs a stored result, and a name that is a period', async () => {
    const scope = await newCounty()
    const closing = (period: string, result: string) =>
      append(scope, { facts: [closingFact(period, { result }, DAY)] })
    await expect(closing('2023-05', 'none')).rejects.toThrow('closing_jurisdiction_id_result_id_fkey')
    await expect(closing('2023-13', 'none')).rejects.toThrow('null value in column "starts"')
  })

  it('takes no more moves of its returns but into the freezer', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const move = (period: string, state: 'returned' | 'frozen') =>
      returnFact({ unit: 'housing', period, action: 'x', state }, DAY)
    expect(await refused(scope, { facts: [move('2023-05', 'returned')] })).toBe('2023-05')
    expect(await refused(scope, { facts: [move('2023-W21', 'returned')] })).toBe('2023-05')
    await append(scope, { facts: [move('2023-05', 'frozen'), move('2023-06', 'returned')] })
  })
})

describe('months asked together', () => {
  // Typed by hand: 2023-02 closed from 1 January on.
  it.each([
    ['2023-01', true],
    ['2023-02', true],
    ['2023-01-01', true],
    ['2023-01-T1', true],
    ['2023-W05', true], // 30 January to 5 February
    ['2023-W01', true], // 2 to 8 January
    ['2022-W52', false], // 26 December to 1 January
    ['2023-W09', false], // 27 February to 5 March
    ['2022-12-31', false],
    ['2023-03-01', false],
    ['2023-Q1', false],
  ])('January and February: %s is closed with them: %s', async (period, closed) => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-02', '2023-01-01'))
    const around = { one: closed ? '2023-02' : undefined, many: closed ? [[period, '2023-02']] : [] }
    expect(
      await readScope(database, scope, async tx => ({
        one: await closedAround(tx, period),
        many: [...(await closedAmong(tx, [period, '2024-01']))],
      })),
    ).toEqual(around)
    if (closed) expect(await refused(scope, { entries: [entry(period)] })).toBe('2023-02')
    else await append(scope, { entries: [entry(period)] })
  })

  it('are opened by the unlock of the one name, and corrected under it', async () => {
    const scope = await newCounty()
    await append(scope, { entries: [entry('2023-01')] })
    await withScope(database, scope, tx => close(tx, '2023-02', '2023-01-01'))
    const [closing] = await readScope(database, scope, closings)
    expect(closing).toMatchObject({ period: '2023-02', start: '2023-01-01', end: '2023-02-28' })
    const correction = { period: '2023-02', proposedBy: 'li' }
    await append(scope, { entries: [entry('2023-01', { reason: '核减', correction })] })
    await unlock(scope, '2023-02', '2999-01-01T00:00:00Z')
    await append(scope, { entries: [entry('2023-01'), entry('2023-02')] })
    const findings: ProjectionFinding[] = []
    await readScope(database, scope, async tx => {
      for await (const finding of projectionFindings(tx)) findings.push(finding)
    })
    expect(findings).toEqual([])
  })

  it('begin no later than the period that names them', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-02', '2023-02-15'))
    expect(await refused(scope, { entries: [entry('2023-02-01')] })).toBe('2023-02')
  })
})

describe('an unlock', () => {
  it('opens its period until its end, and no other', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    await withScope(database, scope, tx => close(tx, '2023-06'))
    await unlock(scope, '2023-05', '2999-01-01T00:00:00.000Z')
    await append(scope, { entries: [entry('2023-05'), entry('2023-W21')] })
    expect(await refused(scope, { entries: [entry('2023-06')] })).toBe('2023-06')
    expect(await readScope(database, scope, tx => unlocksOf(tx, '2023-05'))).toMatchObject([
      { reason: '漏报一笔', unlockedBy: 'dispatcher', endsAt: '2999-01-01T00:00:00.000Z', open: true },
    ])
  })

  it('ends by itself, by the clock of the database, even inside a transaction', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const write = (wait: string) =>
      withScope(database, scope, async tx => {
        const { rows } = await sql<{ at: string }>`
          select (clock_timestamp() + interval '300 ms')::timestamptz(3) as at`.execute(tx.db)
        await appendBatch(tx, {
          facts: [unlockFact('2023-05', { reason: '试', until: rows[0]?.at ?? '' }, DAY)],
        })
        // What is tried is the clock itself.
        await sql`select pg_sleep(${wait}::float8)`.execute(tx.db)
        await appendBatch(tx, { entries: [entry('2023-05')] })
      })
    await expect(write('0.31')).rejects.toThrow(PeriodClosed)
    await write('0')
  })

  it.each([
    ['without a reason', '2023-05', { reason: ' ', until: '2999-01-01T00:00:00Z' }, 'unlock_reason'],
    ['that has ended', '2023-05', { reason: 'x', until: '2023-06-06T00:00:00Z' }, 'unlock_ends'],
    ['without an end', '2023-05', { reason: 'x' }, 'null value in column "ends_at"'],
    [
      'of a period that is not closed',
      '2023-06',
      { reason: 'x', until: '2999-01-01T00:00:00Z' },
      'unlock_jurisdiction_id_period_fkey',
    ],
  ])('%s is refused', async (_, period, body, why) => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const fact = { word: 'unlock', subject: period, effectiveFrom: DAY, body } as const
    await expect(append(scope, { facts: [fact] })).rejects.toThrow(why)
  })

  it('ends when somebody ends it, and a new one opens again', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const { firstSeq } = await unlock(scope, '2023-05', '2999-01-01T00:00:00.000Z')
    await append(scope, { entries: [entry('2023-05')] })
    await append({ ...scope, person: 'li' }, { facts: [unlockEndFact('2023-05', firstSeq, DAY)] })
    expect(await refused(scope, { entries: [entry('2023-05')] })).toBe('2023-05')
    const found = () => readScope(database, scope, tx => unlocksOf(tx, '2023-05'))
    const ended = { by: 'li', at: expect.any(String) }
    expect(await found()).toMatchObject([
      { seq: firstSeq, unlockedBy: 'dispatcher', endsAt: '2999-01-01T00:00:00.000Z', open: false, ended },
    ])
    await unlock(scope, '2023-05', '2999-01-01T00:00:00.000Z')
    await append(scope, { entries: [entry('2023-05')] })
    expect(await found()).toMatchObject([
      { open: true, ended: null },
      { open: false, ended },
    ])
  })

  it.each([
    ['of none', (seq: number) => unlockEndFact('2023-05', seq + 1, DAY), 'no such unlock'],
    ['of another period', (seq: number) => unlockEndFact('2023-06', seq, DAY), 'no such unlock'],
    ['without saying which', () => ({ ...unlockEndFact('2023-05', 0, DAY), body: {} }), 'no such unlock'],
  ])('is not ended by an end %s', async (_, fact, why) => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const { firstSeq } = await unlock(scope, '2023-05', '2999-01-01T00:00:00.000Z')
    await expect(append(scope, { facts: [fact(firstSeq)] })).rejects.toThrow(why)
    await append(scope, { entries: [entry('2023-05')] })
  })

  it('ends once, and not after its time', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const end = (seq: number) => append(scope, { facts: [unlockEndFact('2023-05', seq, DAY)] })
    const { firstSeq } = await unlock(scope, '2023-05', '2999-01-01T00:00:00.000Z')
    await end(firstSeq)
    await expect(end(firstSeq)).rejects.toThrow('unlock_end_pkey')
    const { rows } = await sql<{ at: string }>`
      select (clock_timestamp() + interval '30 ms')::timestamptz(3) as at`.execute(database.kysely)
    const short = await unlock(scope, '2023-05', rows[0]?.at ?? '')
    await sql`select pg_sleep(0.04)`.execute(database.kysely)
    await expect(end(short.firstSeq)).rejects.toThrow('no such unlock')
  })

  it('of a month leaves a week inside it closed that was closed by itself', async () => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-W21'))
    await withScope(database, scope, tx => close(tx, '2023-05'))
    await unlock(scope, '2023-05', '2999-01-01T00:00:00Z')
    expect(await refused(scope, { entries: [entry('2023-W21')] })).toBe('2023-W21')
  })
})

describe('a correction', () => {
  let scope: Scope
  const correction = { period: '2023-05', proposedBy: 'li' }
  const reason = '发票晚到'
  beforeAll(async () => {
    scope = await newCounty()
    await append(scope, { entries: [entry('2023-05')] })
    await withScope(database, scope, tx => close(tx, '2023-05'))
    await withScope(database, scope, tx => close(tx, '2023-Q2'))
  })

  it('is written by another person than the one who proposed it, with a reason, and stands in the chain', async () => {
    const proposed = {
      ...{ id: 'c1', unit: 'housing', state: 'proposed', reason },
      rows: [{ project: 'p', period: '2023-05', figures: { 'invest-ytd': 7 } }],
    }
    const reporter: Scope = { ...scope, person: 'li', reads: { units: ['housing'] } }
    await append(reporter, { facts: [correctionFact(proposed, DAY)] })
    const { lastSeq } = await append(scope, {
      facts: [correctionFact({ ...proposed, state: 'approved' }, DAY)],
      entries: [
        entry('2023-05', { figures: { 'invest-ytd': 7 }, reason, correction }),
        entry('2023-W21', { reason, correction }),
      ],
    })
    await append(scope, { entries: [entry('2023-07')] })
    const found = await readScope(database, reporter, tx => correctionEntries(tx, lastSeq - 2, lastSeq))
    expect(found.map(one => [one.seq, one.period, one.enteredBy, one.reason, one.correction])).toEqual([
      [lastSeq - 1, '2023-05', 'dispatcher', reason, correction],
      [lastSeq, '2023-W21', 'dispatcher', reason, correction],
    ])
    expect(await readScope(database, scope, tx => correctionEntries(tx, lastSeq, lastSeq + 9))).toEqual([])
    const known = await readScope(database, reporter, corrections)
    expect(known).toMatchObject([{ body: { state: 'approved' }, proposedBy: 'li', decidedBy: 'dispatcher' }])
    expect(await readScope(database, reporter, tx => correctionOf(tx, 'housing', 'c1'))).toEqual(known[0])
    expect(await readScope(database, scope, verifyChain)).toMatchObject({ ok: true })
    const tamper = (set: string) =>
      runOn(
        database.url,
        `begin; set local session_replication_role = replica;
          update entry set ${set} where jurisdiction_id = '${scope.jurisdiction}' and seq = ${lastSeq}; commit`,
      )
    for (const [change, back] of [
      [`proposed_by = 'wang'`, `proposed_by = 'li'`],
      [`corrects = '2023-Q2'`, `corrects = '2023-05'`],
      [`corrects = null, proposed_by = null`, `corrects = '2023-05', proposed_by = 'li'`],
    ] as const) {
      await tamper(change)
      expect(await readScope(database, scope, verifyChain)).toEqual({ ok: false, seq: lastSeq, why: 'hash' })
      await tamper(back)
    }
  })

  it.each([
    [
      'by the one who proposed it',
      { reason, correction: { ...correction, proposedBy: 'dispatcher' } },
      'entry_correction',
    ],
    ['without a reason', { correction }, 'entry_correction'],
    ['with a blank reason', { reason: ' ', correction }, 'entry_correction'],
    [
      'of a period that does not hold it',
      { reason, correction, period: '2023-06' },
      'corrects no closed period around 2023-06',
    ],
    [
      'of a period that is not closed',
      { reason, correction: { ...correction, period: '2023' } },
      'corrects no closed period around 2023-05',
    ],
  ])('%s is refused', async (_, more, why) => {
    const before = await count()
    await expect(append(scope, { entries: [entry('2023-05', more)] })).rejects.toThrow(why)
    expect(await count()).toEqual(before)
  })
})

function signal() {
  let give = () => {}
  const given = new Promise<void>(resolve => {
    give = resolve
  })
  return { given, give }
}

it('a writer who came before the closing is waited for, one who comes after it is refused', async () => {
  const scope = await newCounty()
  // Direct SQL, without the lock that appendBatch takes: what holds is the foreign key and the trigger behind it.
  const direct = (tx: ScopedTx, seq: number) =>
    sql`insert into entry (jurisdiction_id, seq, subject_kind, project_id, period, period_end, named, extra, origin,
        batch_id, entered_by, recorded_at, prev_hash, hash)
      values (${scope.jurisdiction}, ${seq}, 'project', 'p', '2023-05', '2023-05-31', '{}', '{}', '{}', 'b', 'x', now(), '', '')`.execute(
      tx.db,
    )
  const held = signal()
  const begun = signal()
  const closing = withScope(database, scope, async tx => {
    await close(tx, '2023-05')
    begun.give()
    await held.given
  })
  await begun.given
  const writing = withScope(database, scope, tx => direct(tx, 90))
  const waits = async () => {
    for (;;) {
      const [row] = await runOn<{ n: string }>(
        database.url,
        `select count(*) as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      if (row?.n === '1') return
    }
  }
  await waits()
  held.give()
  await closing
  await expect(writing).rejects.toMatchObject({ code: 'GU001', detail: '2023-05' })
})

describe('verify', () => {
  const findings = (scope: Scope) =>
    readScope(database, scope, async tx => {
      const found: ProjectionFinding[] = []
      for await (const one of projectionFindings(tx)) found.push(one)
      return found
    })

  it('finds nothing wrong with closings, unlocks, corrections and what was written under them', async () => {
    const scope = await newCounty()
    await append(scope, { entries: [entry('2023-05')] })
    await withScope(database, scope, tx => close(tx, '2023-05'))
    await append(scope, {
      entries: [entry('2023-05', { reason: 'x', correction: { period: '2023-05', proposedBy: 'li' } })],
    })
    await unlock(scope, '2023-05', '2999-01-01T00:00:00Z')
    await append(scope, { entries: [entry('2023-05'), entry('2023-W21')] })
    const [open] = await readScope(database, scope, tx => unlocksOf(tx, '2023-05'))
    await append(scope, { facts: [unlockEndFact('2023-05', open?.seq ?? 0, DAY)] })
    expect(await findings(scope)).toEqual([])
  })

  it.each([
    ['a closing that was moved', `update closing set starts = '2023-05-02'`, 'closing', '2023-05'],
    [
      'a closing with another result',
      `update closing set result_id = (select id from stored_result
      where jurisdiction_id <> closing.jurisdiction_id limit 1)`,
      'closing',
      '2023-05',
    ],
    ['a closing that nobody wrote', `update closing set seq = 99`, 'closing', '2023-05'],
    ['an unlock made longer', `update unlock set ends_at = ends_at + interval '1 s'`, 'unlock', '2023-05'],
    ['an unlock that is gone', `delete from unlock`, 'unlock', '2023-05'],
    ['an end that is gone', `delete from unlock_end`, 'unlock_end', '2023-05'],
    ['an end by another', `update unlock_end set ended_by = 'x'`, 'unlock_end', '2023-05'],
    [
      'a figure put in behind the trigger',
      `insert into entry (jurisdiction_id, seq, subject_kind, project_id, period, period_end, named, extra, origin,
        batch_id, entered_by, recorded_at, prev_hash, hash)
      select jurisdiction_id, seq + 50, 'project', 'p', '2023-05', '2023-05-31', '{}', '{}', '{}', 'b', 'x', '2999-02-02', '', ''
      from closing`,
      'closing',
      '2023-05',
    ],
  ])('names %s', async (_, change, table, id) => {
    const scope = await newCounty()
    await withScope(database, scope, tx => close(tx, '2023-05'))
    const { firstSeq } = await unlock(scope, '2023-05', '2999-01-01T00:00:00Z')
    await append(scope, { facts: [unlockEndFact('2023-05', firstSeq, DAY)] })
    const home = `jurisdiction_id = '${scope.jurisdiction}'`
    const where =
      change.includes(' where') && !change.startsWith('insert') ? ` where closing.${home}` : ` where ${home}`
    await runOn(
      database.url,
      `begin; set local session_replication_role = replica; ${change}${where}; commit`,
    )
    const found = await findings(scope)
    expect(found).toContainEqual({ table, id, seq: expect.any(Number) })
  })
})
