import { timingSafeEqual } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { type DayEvent, writeIcs } from '@guatu/documents'
import { type AskedReturn, askedReturns } from '@guatu/domain'
import { addDays, groupBy, must, ok, periodZh } from '@guatu/kernel'
import { ownReach, readScope, type Scope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { CALENDAR, type Known, knownNow, nameOf } from '../return/known.ts'
import { cadencesOf } from '../return/line.ts'
import { type HeldPost, readsOf, sessionOf } from '../session/session.ts'
import { feedHash } from './reach.ts'

/** Back a month, so that what is just over does not vanish; ahead a quarter. */
const BACK_DAYS = 31
const AHEAD_DAYS = 92

/** The token in the address is all that is asked: an address that was renewed or revoked finds nothing. */
export const getCalendar =
  (app: App): Handler<typeof routes.getCalendar> =>
  async ({ params: { jurisdiction, person, token } }) => {
    const bare: Scope = { jurisdiction, person, reads: { projects: [] } }
    const { feedHash: kept } = await readScope(app.database, bare, ownReach)
    if (kept === null || !timingSafeEqual(Buffer.from(kept), Buffer.from(feedHash(token))))
      return refuse('request.not-found')
    const session = await sessionOf(app.database, { jurisdiction, person, login: person, token: '' })
    if (!session) return refuse('request.not-found')
    const events = new Map<string, DayEvent>()
    for (const post of session.posts) {
      const scope: Scope = { ...bare, reads: readsOf(post) }
      const days = await readScope(app.database, scope, async tx =>
        dueDays(await knownNow(app, tx, session.jurisdiction), post, jurisdiction),
      )
      for (const one of days) events.set(one.uid, one)
    }
    const madeAt = new Date(app.now()).toISOString()
    const bytes = writeIcs({
      name: `${session.jurisdiction.name} 报送`,
      madeAt,
      events: [...events.values()],
    })
    return ok({ bytes, fileName: 'guatu.ics', mediaType: 'text/calendar; charset=utf-8' })
  }

/** A reporter's own returns; for who sees all units one event per period and day. */
function dueDays(known: Known, { role, unit }: HeldPost, jurisdiction: string): DayEvent[] {
  const until = addDays(known.today, AHEAD_DAYS)
  const since = addDays(known.today, -BACK_DAYS)
  const asked = askedReturns(known.scheme, known.facts, until, CALENDAR, since)
  if (role === 'reporter')
    return asked.filter(one => one.unit === unit).map(one => eventOf(known, [one], jurisdiction))
  return [...groupBy(asked, one => `${one.period} ${one.due}`).values()].map(of =>
    eventOf(known, of, jurisdiction),
  )
}

/** `of`: returns of one period and due day, at least one. */
function eventOf(known: Known, of: readonly AskedReturn[], jurisdiction: string): DayEvent {
  const { unit, period, due, provisional } = must(of[0], 'return')
  const names = cadencesOf(known, [...new Set(of.flatMap(one => one.cadences))]).map(one => one.name)
  const whose = of.length === 1 ? nameOf(known, unit) : `${of.length}个单位`
  return {
    uid: `${jurisdiction} ${of.length === 1 ? unit : 'all'} ${period} ${due}@guatu`,
    day: due,
    summary: `${whose} ${periodZh(period)}报送截止${provisional ? '（暂定）' : ''}`,
    description: `${known.scheme.name}：${names.join('、')}`,
  }
}
