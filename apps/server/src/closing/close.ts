import type { routes } from '@guatu/contract'
import { moveReturn, type ReturnState } from '@guatu/domain'
import { must, ok } from '@guatu/kernel'
import {
  appendBatch,
  closingFact,
  closingOf,
  lockedSeq,
  type NewFact,
  personNames,
  returnFact,
  type ScopedTx,
  storePacked,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import type { AskedPeriod } from '../period/asked.ts'
import { type Known, stateOf } from '../return/known.ts'
import { keptSaid } from '../return/sent.ts'
import { type ClosingCall, type Judge, type JudgedClosing, judgeApart, judgeIn, requestOf } from './judge.ts'
import { type ClosingSaid, closingView } from './view.ts'

/** So often it is judged while others write; then they wait, so that a closing always comes to its end. */
const TRIES_APART = 2

/**
 * 关期. The whole is judged as of the period's end without holding anybody up; it is closed under the jurisdiction's lock,
 * and only if nothing was written since. So no figure comes between what is judged and what is closed, and from the
 * closing on the database takes no figure of it.
 */
export const closePeriod =
  (app: App, judge: Judge = judgeApart): Handler<typeof routes.closePeriod> =>
  async call => {
    const { scope } = call.session
    for (let tries = 0; tries < TRIES_APART; tries++) {
      const judged = await judge(app, call)
      if (!judged.ok) return judged
      const { value } = judged
      const closed = await decide(app.database, scope, async tx => {
        if (value && (await lockedSeq(tx)) !== value.result.seq) return ok(undefined)
        return ok(await closedAs(app, tx, call, value))
      })
      if (!closed.ok) return closed
      if (closed.value) return ok(closed.value)
    }
    return decide(app.database, scope, async tx => {
      await lockedSeq(tx)
      const judged = await judgeIn(app, tx, call)
      return judged.ok ? ok(await closedAs(app, tx, call, judged.value)) : judged
    })
  }

/** Needs the lock; writes nothing where the same request was answered before. */
async function closedAs(app: App, tx: ScopedTx, call: ClosingCall, judged: JudgedClosing | undefined) {
  const { period } = call.params
  if (judged) await writeClosing(tx, call, judged)
  const closing = must(await closingOf(tx, period), `closing of ${period}`)
  const names = await personNames(tx)
  return { closing: closingView(judged?.known ?? (await app.structures.now(tx)), closing, names) }
}

async function writeClosing(
  tx: ScopedTx,
  call: ClosingCall,
  { known, asked, from, result, packed }: JudgedClosing,
) {
  const { id, sha256 } = await storePacked(tx, result, packed)
  const without = asked.completeness.units
    .filter(one => !one.accepted)
    .map(({ unit, state }) => ({ unit, state }))
  const said: ClosingSaid = { hash: sha256, without }
  await appendBatch(tx, {
    facts: [
      ...frozen(known, asked),
      closingFact(call.params.period, { result: id, from, ...said }, known.today),
    ],
    idempotencyKey: call.body.key,
    request: requestOf(call),
  })
}

/** The last move of each return that came. What never came stays missing for ever. */
function frozen(known: Known, { asked, records }: AskedPeriod): NewFact[] {
  return asked.flatMap(one => {
    const record = records.get(one.unit)
    const current: ReturnState | undefined = stateOf(record)
    if (!current) return []
    const moved = moveReturn({
      action: 'freeze',
      actor: 'closing',
      current,
      asked: one,
      asOf: known.today,
      tree: known.tree,
      route: [],
      closed: false,
    })
    return moved.ok
      ? [returnFact({ ...moved.value.next, at: undefined, ...keptSaid(record) }, known.today)]
      : []
  })
}
