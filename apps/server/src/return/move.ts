import type { Body, routes } from '@guatu/contract'
import {
  type AskedReturn,
  askedReturn,
  moveReturn as moveCore,
  type ReturnAction,
  returnsOfPeriod,
} from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import {
  appendBatch,
  closedAround,
  enqueueNotices,
  newestBefore,
  returnByKey,
  returnFact,
  type ScopedTx,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { errorBodyOf, type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { type Moved, movedBefore, orAnswered } from './answered.ts'
import { CALENDAR, type Known, keyOf, knownNow, routeOf, stateOf } from './known.ts'
import { refusalOf } from './refusal.ts'
import { keptSaid } from './sent.ts'
import { sees } from './sheet.ts'
import { backNotice } from './told.ts'

export const moveReturn =
  (app: App): Handler<typeof routes.moveReturn> =>
  async ({ params, body, session }) => {
    const { key, ...content } = body
    const request = { move: { ...params, ...content } }
    const answer = await decide(app.database, session.scope, async tx => {
      const before = await movedBefore(tx, key, request)
      if (before) return ok(before)
      const known = await knownNow(app, tx, session.jurisdiction)
      const asked = askedReturn(known.scheme, known.facts, params, CALENDAR)
      if (!asked || !sees(tx, params.unit)) return refuse('request.not-found')
      return moveOne(tx, known, session, asked, { ...body, request })
    })
    return orAnswered(app, session, key, request, answer)
  }

type Asked = Pick<Body<typeof routes.moveReturn>, 'reasons' | 'seen' | 'key'> & {
  readonly action: ReturnAction
  readonly request: unknown
}

async function moveOne(
  tx: ScopedTx,
  known: Known,
  { post }: Session,
  asked: AskedReturn,
  { action, reasons, seen, key, request }: Asked,
): Promise<Result<Moved, Failure>> {
  const { unit, period } = asked
  const record = await returnByKey(tx, unit, period)
  const current = stateOf(record)
  const moved = moveCore({
    action,
    actor: post,
    current,
    asked,
    asOf: known.today,
    tree: known.tree,
    route: routeOf(known, unit),
    closed: (await closedAround(tx, period)) !== undefined,
    ...(reasons && { reasons }),
  })
  if (!moved.ok) return refusalOf(moved.error, asked, current)
  const { next } = moved.value
  const appended = await appendBatch(tx, {
    facts: [
      returnFact({ ...next, at: next.at ?? undefined, byUnit: post.unit, ...keptSaid(record) }, known.today),
    ],
    idempotencyKey: key,
    request,
  })
  const answer = { seq: appended.lastSeq, state: next.state }
  if (appended.repeated) return ok(answer)
  const before = await newestBefore(tx, { unit, period, projects: [] }, appended.firstSeq)
  if (before > seen) return refuse('return.changed-meanwhile')
  if (next.state === 'returned')
    await enqueueNotices(tx, [backNotice(known, { ...next, unit, period, seq: answer.seq })])
  return ok(answer)
}

/** Each in a transaction of its own: one that is refused keeps none back. */
export const acceptReturns =
  (app: App): Handler<typeof routes.acceptReturns> =>
  async ({ body, session }) => {
    const accepted: { unit: string; period: string; seq: number }[] = []
    const refused: { unit: string; period: string; code: string; zh: string; en: string }[] = []
    const readOnce = once(async (tx: ScopedTx) => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const periods = [...new Set(body.returns.map(one => one.period))]
      const asked = periods.flatMap(period => returnsOfPeriod(known.scheme, known.facts, period, CALENDAR))
      return { known, asked: new Map(asked.map(one => [keyOf(one), one])) }
    })
    for (const { unit, period, seen } of body.returns) {
      const answer = await decide(app.database, session.scope, async tx => {
        const key = `${body.key} ${unit} ${period}`
        const request = { accept: { unit, period, seen } }
        const before = await movedBefore(tx, key, request)
        if (before) return ok(before)
        const { known, asked: all } = await readOnce(tx)
        const asked = all.get(keyOf({ unit, period }))
        if (!asked) return refuse('request.not-found')
        return moveOne(tx, known, session, asked, { action: 'accept', seen, key, request })
      })
      if (answer.ok) accepted.push({ unit, period, seq: answer.value.seq })
      else {
        const { code, zh, en } = errorBodyOf(answer.error).error
        refused.push({ unit, period, code, zh, en })
      }
    }
    return ok({ accepted, refused })
  }

/** What is asked of all is read in the first transaction and holds for the others: they only move what came. */
function once<A, T>(read: (argument: A) => Promise<T>): (argument: A) => Promise<T> {
  let known: Promise<T> | undefined
  return argument => {
    known ??= read(argument)
    return known
  }
}
