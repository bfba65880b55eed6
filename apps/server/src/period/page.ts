import type { PeriodUnit, Response, routes } from '@guatu/contract'
import { type AskedReturn, addBurden, type Burden, NO_BURDEN, type UnitCompleteness } from '@guatu/domain'
import { type Passed, reasonHabits } from '@guatu/domain/check'
import { ok } from '@guatu/kernel'
import { closingOf, personNames, type ReturnState as ReturnRecord, readScope, unlocksOf } from '@guatu/store'
import type { App } from '../app.ts'
import { remindedAt } from '../chase/reminded.ts'
import { unlockView } from '../closing/unlock-view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { barNow, type Known, knownNow, nameOf, stateOf } from '../return/known.ts'
import { burdenIn, sentIn } from '../return/sent.ts'
import { askedPeriod } from './asked.ts'
import { burdenTrend } from './burden-trend.ts'
import { periodLine } from './line.ts'

export const getPeriod =
  (app: App): Handler<typeof routes.getPeriod> =>
  async ({ params, session }) => {
    const { period } = params
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const names = await personNames(tx)
      const asked = await askedPeriod(tx, known, period)
      const line = periodLine(known, asked, await closingOf(tx, period), names)
      if (!line) return refuse('request.not-found')
      const reminded = await remindedAt(tx, period)
      const { units, completeness, timeliness } = asked.completeness
      const cells = new Map(asked.asked.map(one => [one.unit, cellsAsked(one)]))
      const lines = units.map(one =>
        unitLine(known, one, asked.records.get(one.unit), reminded.get(one.unit), cells.get(one.unit) ?? 0),
      )
      return ok({
        bar: await barNow(tx, session, known),
        line,
        units: lines,
        completeness: completeness.d > 0 ? { ...completeness } : null,
        timeliness: timeliness.d > 0 ? { ...timeliness } : null,
        burden: summed(lines.map(one => one.burden)),
        burdenTrend: await burdenTrend(tx, period),
        unlocks: (await unlocksOf(tx, period)).map(one => unlockView(one, names)),
        habits: habitsOf(known, [...asked.records.values()], names),
      })
    })
  }

const cellsAsked = ({ rows }: AskedReturn) => rows.reduce((sum, row) => sum + row.fields.length, 0)

function summed(burdens: readonly PeriodUnit['burden'][]): PeriodUnit['burden'] {
  const whole = burdens.map((one): Burden => ({ ...one, blank: 0 }))
  const { asked, prefilled, typed, read } = whole.reduce(addBurden, NO_BURDEN)
  return { asked, prefilled, typed, read }
}

function unitLine(
  known: Known,
  one: UnitCompleteness,
  record: ReturnRecord | undefined,
  reminded: string | undefined,
  cells: number,
): PeriodUnit {
  const state = stateOf(record)
  const sent = sentIn(record)
  const { asked, prefilled, typed, read } = burdenIn(record) ?? { ...NO_BURDEN, asked: cells }
  return {
    unit: one.unit,
    unitName: nameOf(known, one.unit),
    state: one.state,
    at: state?.at ?? null,
    due: one.due,
    rows: one.expected,
    rowsReported: one.submitted,
    firstSubmittedAt: record?.firstSubmittedAt ?? null,
    daysLate: one.onTime === false ? one.daysLate : 0,
    timely:
      one.onTime === null ? 'not-due' : one.onTime ? 'on-time' : one.sentOn === null ? 'missing' : 'late',
    onBehalf: sent && sent.unit !== one.unit ? sent.name : null,
    warningsPassed: state?.passed.length ?? 0,
    burden: { asked, prefilled, typed, read },
    seen: record?.seq ?? 0,
    remindedAt: reminded ?? null,
  }
}

function habitsOf(
  known: Known,
  records: readonly ReturnRecord[],
  names: ReadonlyMap<string, string>,
): Response<typeof routes.getPeriod>['habits'] {
  const units = new Map<string, string>()
  const passed = records.flatMap((record): Passed[] => {
    const sent = sentIn(record)
    if (!sent) return []
    units.set(sent.person, sent.unit)
    return (stateOf(record)?.passed ?? []).map(one => ({
      ...one,
      reporter: sent.person,
      period: record.period,
    }))
  })
  return reasonHabits(passed).map(one => ({
    person: one.reporter,
    name: names.get(one.reporter) ?? one.reporter,
    unitName: nameOf(known, units.get(one.reporter) ?? ''),
    passed: one.passed,
    repeated: one.repeated.reduce((sum, same) => sum + same.count, 0),
  }))
}
