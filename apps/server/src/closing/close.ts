import type { routes } from '@guatu/contract'
import { moveReturn, type ReturnState } from '@guatu/domain'
import { must, ok } from '@guatu/kernel'
import { appendBatch, closingFact, closingOf, type NewFact, persons, returnFact } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import type { AskedPeriod } from '../period/asked.ts'
import { evaluateWhole, storeJudged } from '../result/whole.ts'
import { type Known, knownNow, stateOf } from '../return/known.ts'
import { keptSaid } from '../return/sent.ts'
import { planClosing } from './preview.ts'
import { type ClosingSaid, closingView } from './view.ts'

/**
 * 关期. The first append writes nothing and takes the jurisdiction's lock, so that no figure comes between what is judged and what
 * is closed;
 * then the whole is judged as of the period's end and kept, and from the closing on the database takes no figure of it.
 */
export const closePeriod =
  (app: App): Handler<typeof routes.closePeriod> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { period } = params
      const { repeated } = await appendBatch(tx, {
        idempotencyKey: body.key,
        request: { close: { period, without: body.without } },
      })
      const known = await knownNow(app, tx, session.jurisdiction)
      if (!repeated) {
        const { asked, plan } = await planClosing(tx, known, session, period, body.without)
        if (asked.asked.length === 0) return refuse('request.not-found')
        if (!plan.ok) return refusalOf(plan.error.code, asked)
        await appendBatch(tx, { facts: frozen(known, asked) })
        const judged = await evaluateWhole(tx, { asOf: plan.value.asOf })
        const { id, sha256 } = await storeJudged(tx, 'closing', judged)
        const without = asked.completeness.units
          .filter(one => !one.accepted)
          .map(({ unit, state }) => ({ unit, state }))
        const said: ClosingSaid = { hash: sha256, without }
        await appendBatch(tx, {
          facts: [closingFact(period, { result: id, from: plan.value.from, ...said }, known.today)],
        })
      }
      const closing = must(await closingOf(tx, period), `closing of ${period}`)
      const names = new Map((await persons(tx)).map(one => [one.id, one.name]))
      return ok({ closing: closingView(known, closing, names) })
    })

const CODES = {
  'closing.already': 'period.closed',
  'closing.not-ended': 'period.not-ended',
  'closing.not-yours': 'role.not-allowed',
} as const

function refusalOf(code: string, { period, completeness }: AskedPeriod) {
  const known = CODES[code as keyof typeof CODES]
  if (known) return refuse(known, { period })
  return refuse('period.not-confirmed', { count: completeness.units.filter(one => !one.accepted).length })
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
