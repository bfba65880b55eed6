import type { Response, routes } from '@guatu/contract'
import { type Chase, chaseOn, recipientsOf, returnsOfPeriod } from '@guatu/domain'
import { addDays, compareText, type Day, ok } from '@guatu/kernel'
import {
  chaseTold,
  enqueueNotices,
  keepChase,
  personNames,
  posts,
  readScope,
  settingsInForce,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { askedPeriod } from '../period/asked.ts'
import { barNow, CALENDAR, knownNow, nameOf, stateOf } from '../return/known.ts'
import { chaseSettings, chaseUnits } from './returns.ts'
import { addresseeOf } from './tell.ts'
import { handNotice } from './words.ts'

type Line = Response<typeof routes.getChase>['lines'][number]

/** So far ahead it is said what is still to come, if nothing is sent until then. */
const DAYS_AHEAD = 14

export const getChase =
  (app: App): Handler<typeof routes.getChase> =>
  async ({ params, session }) => {
    const { period } = params
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const { asked, records } = await askedPeriod(tx, known, period)
      if (asked.length === 0) return refuse('request.not-found')
      const names = await personNames(tx)
      const named = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id)
      const told = await chaseTold(tx, period)
      const gone = told.map(
        (one): Line => ({
          key: one.key,
          kind: one.kind as Line['kind'],
          level: one.level as Line['level'],
          unit: one.unit,
          unitName: nameOf(known, one.unit),
          toUnit: one.toUnit,
          toUnitName: nameOf(known, one.toUnit),
          persons: named(one.persons),
          day: one.day,
          daysLate: one.daysLate,
          sentAt: one.toldAt,
        }),
      )
      const settings = await settingsInForce(tx, { asOf: known.today })
      const held = await posts(tx)
      const returns = asked.map(one => ({ asked: one, current: stateOf(records.get(one.unit)) }))
      const coming = daysFrom(known.today).flatMap(day =>
        chaseOn(day, returns, chaseUnits(known), chaseSettings(settings), CALENDAR)
          .filter(one => !told.some(other => other.key === one.key))
          .map((one: Chase): Line => {
            const { unit } = one.return
            return {
              key: one.key,
              kind: one.kind,
              level: one.to.level,
              unit,
              unitName: nameOf(known, unit),
              toUnit: one.to.unit,
              toUnitName: nameOf(known, one.to.unit),
              persons: named(recipientsOf(addresseeOf(one), held, known.units)),
              day,
              daysLate: one.daysLate,
              sentAt: null,
            }
          }),
      )
      const lines = [...gone, ...coming].sort(
        (a, b) => compareText(a.day, b.day) || compareText(a.key, b.key),
      )
      return ok({ bar: await barNow(tx, session, known), lines })
    })
  }

const daysFrom = (today: Day): Day[] =>
  Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => addDays(today, index))

/** Once per unit, period and day, whatever the rules have told already. */
export const chaseNow =
  (app: App): Handler<typeof routes.chaseNow> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { period } = params
      const known = await knownNow(app, tx, session.jurisdiction)
      const asked = returnsOfPeriod(known.scheme, known.facts, period, CALENDAR)
      const chosen = asked.filter(one => body.units.includes(one.unit))
      if (chosen.length === 0) return refuse('request.not-found')
      const held = await posts(tx)
      const words = chosen.map(({ unit, due }) => {
        const to = { toUnit: unit, level: 'reporter' as const }
        const said = { unit, period, due, day: known.today, ...(body.text ? { text: body.text } : {}) }
        return {
          unit,
          notice: { ...handNotice(known, said), ...to },
          persons: recipientsOf(to, held, known.units),
        }
      })
      const fresh = await keepChase(
        tx,
        words.map(({ unit, notice, persons: to }) => ({
          key: notice.key,
          unit,
          period,
          kind: 'hand',
          level: 'owner',
          toUnit: unit,
          day: known.today,
          daysLate: 0,
          persons: to,
        })),
      )
      await enqueueNotices(
        tx,
        words.filter(one => fresh.has(one.notice.key)).map(one => one.notice),
      )
      return ok({
        told: fresh.size,
        already: words.length - fresh.size,
        nobody: words.filter(one => one.persons.length === 0).map(one => nameOf(known, one.unit)),
      })
    })
