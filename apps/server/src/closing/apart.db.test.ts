import { canonicalJson, must } from '@guatu/kernel'
import {
  appendBatch,
  jurisdictions,
  type NewBatch,
  readScope,
  returnsOfPeriod,
  type Scope,
  storedText,
  withScope,
} from '@guatu/store'
import { expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { evaluateWhole } from '../result/whole.ts'
import type { Session } from '../session/session.ts'
import { HOME, periodWorld } from '../testing/period-world.ts'
import { verifyAll } from '../verify/verify.ts'
import { closePeriod } from './close.ts'
import { type ClosingCall, type Judge, judgeApart } from './judge.ts'

// What comes between the judging and the lock of a closing. Every test closes a month of its own.
const world = await periodWorld()
const { database } = world
const scope: Scope = { ...HOME, person: 'office' }
const app = makeApp(database, new URL('file:///none'))
const [jurisdiction] = await jurisdictions(database)
const post = { id: 'office', role: 'dispatcher', unit: 'office' }
const session = { jurisdiction, person: 'office', post, scope } as unknown as Session
const EVERYBODY = ['housing', 'station', 'water']

const write = (batch: NewBatch) =>
  withScope(database, { ...HOME, person: 'own' }, tx => appendBatch(tx, batch))
const figure = (period: string, value: number) =>
  write({
    entries: [
      {
        subject: { kind: 'project', project: 'a' },
        period,
        figures: { 'invest-ytd': value, stage: 'started' },
        origin: { via: 'form' },
      },
    ],
  })

/** Closes the period; after each judging apart comes what `between` does. Gives how often it was judged apart. */
async function close(
  period: string,
  between: (judged: number) => Promise<unknown> = async () => undefined,
  without: readonly string[] = EVERYBODY,
) {
  let judged = 0
  const judge: Judge = async (...asked) => {
    const found = await judgeApart(...asked)
    await between(++judged)
    return found
  }
  const body = { without: [...without], key: `close-${period}` }
  const call = { params: { period }, body, session } as ClosingCall
  const closed = await closePeriod(
    app,
    judge,
  )({ ...call, query: undefined, file: undefined, ip: '', setCookie: () => undefined })
  return { judged, closed }
}

/** What was kept of a closing, and what the ledger held when the period was closed. */
const keptOf = ({ closed }: Awaited<ReturnType<typeof close>>) =>
  readScope(database, scope, async tx => {
    const { closing } = must(closed.ok ? closed.value : undefined, 'closing')
    const { result, seq, asOf } = closing
    const chunks: Buffer[] = []
    for await (const chunk of storedText(tx, result)) chunks.push(chunk)
    const { evaluation } = await evaluateWhole(tx, { asOf, knownAt: seq })
    return { kept: Buffer.concat(chunks).toString(), again: canonicalJson(evaluation) }
  })

test('with nobody between, it is judged once and closed as judged', async () => {
  await figure('2020-01', 11_110_000)
  const closing = await close('2020-01')
  expect(closing.judged).toBe(1)
  const { kept, again } = await keptOf(closing)
  expect(kept).toBe(again)
  expect(kept).toContain('11110000')
})

test('a figure that comes between is judged with the others', async () => {
  await figure('2020-02', 22_220_000)
  const closing = await close('2020-02', async judged => {
    if (judged === 1) await figure('2020-02', 22_230_000)
  })
  expect(closing.judged).toBe(2)
  const { kept, again } = await keptOf(closing)
  expect(kept).toBe(again)
  expect([kept.includes('22220000'), kept.includes('22230000')]).toEqual([false, true])
})

test('where figures never cease it ends all the same, with the last of them', async () => {
  const closing = await close('2020-03', judged => figure('2020-03', 33_330_000 + judged * 10_000))
  expect(closing.judged).toBe(2)
  const { kept, again } = await keptOf(closing)
  expect(kept).toBe(again)
  expect([kept.includes('33340000'), kept.includes('33350000')]).toEqual([false, true])
})

test('a return that is sent back between is asked about again, and nothing is frozen', async () => {
  const stand = (state: 'accepted' | 'returned') => world.stand(state)
  await stand('accepted')
  const { judged, closed } = await close('2020-05', () => stand('returned'), ['housing', 'water'])
  expect([judged, closed.ok, !closed.ok && closed.error.code]).toEqual([2, false, 'period.not-confirmed'])
  const states = async () =>
    (await readScope(database, scope, tx => returnsOfPeriod(tx, '2020-05'))).map(one => one.body.state)
  expect(await states()).toEqual(['returned'])
  const again = await close('2020-05')
  expect([again.judged, again.closed.ok, await states()]).toEqual([1, true, ['frozen']])
})

test('the same request twice at once closes once and is answered alike', async () => {
  await figure('2020-04', 44_440_000)
  const [one, other] = await Promise.all([close('2020-04'), close('2020-04')])
  expect(one.closed.ok).toBe(true)
  expect(other.closed).toEqual(one.closed)
  expect((await close('2020-04')).closed).toEqual(one.closed)
})

test('all of it verifies equal', async () => {
  const { ok, findings, jurisdictions: verified } = await verifyAll(database)
  expect([ok, findings, verified.map(one => one.results)]).toEqual([true, [], [5]])
})
