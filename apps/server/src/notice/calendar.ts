import { timingSafeEqual } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { type DayEvent, writeIcs } from '@guatu/documents'
import { dueWithin, PUBLISHED_CALENDAR } from '@guatu/domain'
import { addDays, type Day, ok } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { ownReach, readScope, type Scope, visibleLists } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import { readsOf, sessionOf } from '../session/session.ts'
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
    const lists = new Set<string>()
    for (const post of session.posts) {
      const scope: Scope = { ...bare, reads: readsOf(post) }
      for (const list of await readScope(app.database, scope, visibleLists)) lists.add(list)
    }
    const known = await readScope(app.database, { ...bare, reads: 'all' }, async tx => {
      const today = await todayOf(tx, session.jurisdiction, app.now())
      return { today, scheme: (await schemeAt(tx, { asOf: today })).scheme }
    })
    const events = dueDays(known.scheme, known.today, lists, jurisdiction)
    const madeAt = new Date(app.now()).toISOString()
    const bytes = writeIcs({ name: `${session.jurisdiction.name} 报送`, madeAt, events })
    return ok({ bytes, fileName: 'guatu.ics', mediaType: 'text/calendar; charset=utf-8' })
  }

/** One event per cycle of a cadence that asks returns of a list seen. */
function dueDays(scheme: Scheme, today: Day, lists: ReadonlySet<string>, jurisdiction: string): DayEvent[] {
  return scheme.cadences
    .filter(one => one.asksReturn && lists.size > 0)
    .filter(one => one.lists.length === 0 || one.lists.some(list => lists.has(list)))
    .flatMap(cadence =>
      dueWithin(cadence, addDays(today, -BACK_DAYS), BACK_DAYS + AHEAD_DAYS, PUBLISHED_CALENDAR).map(
        ({ period, due, provisional }) => ({
          uid: `${jurisdiction} ${scheme.scheme} ${cadence.id} ${period}@guatu`,
          day: due,
          summary: `${cadence.name} ${period} 报送截止${provisional ? '（暂定）' : ''}`,
          description: scheme.name,
        }),
      ),
    )
}
