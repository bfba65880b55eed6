import type { routes } from '@guatu/contract'
import { closePeriod } from '@guatu/domain'
import { compareText, ok, type Period, periodSpan } from '@guatu/kernel'
import { closings, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { type AskedPeriod, askedPeriod } from '../period/asked.ts'
import { barNow, type Known, knownNow, nameOf } from '../return/known.ts'
import type { Session } from '../session/session.ts'

/** Whether the period may be closed now with those units confirmed. */
export async function planClosing(
  tx: ScopedTx,
  known: Known,
  { post }: Session,
  period: Period,
  confirmed: readonly string[],
) {
  const asked = await askedPeriod(tx, known, period)
  const closed = (await closings(tx)).map(one => one.period)
  const { units } = asked.completeness
  const plan = closePeriod({
    period,
    from: asked.asked.map(one => one.from).sort(compareText)[0] ?? periodSpan(period).start,
    actor: post,
    asOf: known.today,
    closed,
    returns: units,
    confirmed,
  })
  return { asked, plan }
}

const notAccepted = ({ completeness }: AskedPeriod) => completeness.units.filter(one => !one.accepted)

export const previewClosing =
  (app: App): Handler<typeof routes.previewClosing> =>
  async ({ params, session }) => {
    const { period } = params
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const asked = await askedPeriod(tx, known, period)
      if (asked.asked.length === 0) return refuse('request.not-found')
      const without = notAccepted(asked)
      const { plan } = await planClosing(
        tx,
        known,
        session,
        period,
        without.map(one => one.unit),
      )
      return ok({
        bar: await barNow(tx, session, known),
        mayClose: plan.ok,
        code: plan.ok ? null : plan.error.code,
        missing: without.map(({ unit, state }) => ({ unit, unitName: nameOf(known, unit), state })),
        accepted: asked.completeness.units.length - without.length,
        asOf: periodSpan(period).end,
        schemeVersion: known.kept.hash.slice(0, 12),
        projects: known.facts.projects.length,
      })
    })
  }
