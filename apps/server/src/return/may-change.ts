import { FILE_MESSAGES, fillMessage } from '@guatu/contract'
import {
  type AskedReturn,
  type ChangeRefused,
  changeAgainst,
  type Facts,
  type Refuses,
  returnsAround,
} from '@guatu/domain'
import { must, ok, type Period, periodZh, type Result } from '@guatu/kernel'
import { closedAmong, returnsOfPeriods, type ScopedTx } from '@guatu/store'
import type { Failure } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { CALENDAR, type Known, keyOf, stateOf } from './known.ts'
import { STATE_ZH } from './refusal.ts'

/**
 * What keeps this post from writing figures of these projects and periods now: the one question that every path asks but the
 * return's own sheet, whose move asks the same of the same clocks.
 */
export async function refusesNow(
  tx: ScopedTx,
  known: Known,
  { post }: Pick<Session, 'post'>,
  periods: readonly Period[],
  projects: ReadonlySet<string>,
): Promise<Refuses> {
  const closed = await closedAmong(tx, periods)
  const facts = factsOf(known, projects)
  const around = new Map(
    // The office keeps to no clock.
    post.role === 'dispatcher'
      ? []
      : periods.map(period => [period, returnsAround(known.scheme, facts, period, CALENDAR)]),
  )
  const named = [...new Set([...around.values()].flat().map(one => one.period))]
  const records = new Map((await returnsOfPeriods(tx, named)).map(one => [keyOf(one), one]))
  const standing = (asked: AskedReturn) => ({ asked, current: stateOf(records.get(keyOf(asked))) })
  const returns = new Map([...around].map(([period, all]) => [period, all.map(standing)]))
  return (period, project) =>
    changeAgainst({
      actor: post,
      project,
      period,
      asOf: known.today,
      closed: closed.get(period),
      returns: returns.get(period) ?? [],
    })
}

const factsOf = ({ facts }: Known, projects: ReadonlySet<string>): Facts => ({
  ...facts,
  projects: facts.projects.filter(one => projects.has(one.id)),
  memberships: facts.memberships.filter(one => projects.has(one.project)),
})

/** Whose figure it is that the office enters (代报): the unit's that is asked for it. */
export const unitAsked = (known: Known, project: string, period: Period): string | undefined =>
  returnsAround(known.scheme, factsOf(known, new Set([project])), period, CALENDAR)[0]?.unit

/** Whether this post may write figures of these projects for the period. */
export async function mayChange(
  tx: ScopedTx,
  known: Known,
  session: Pick<Session, 'post'>,
  period: Period,
  projects: ReadonlySet<string>,
): Promise<Result<undefined, Failure>> {
  const refuses = await refusesNow(tx, known, session, [period], projects)
  // An import of what units report of themselves names no project.
  const all = projects.size === 0 ? [undefined] : [...projects]
  const refused = all.map(project => refuses(period, project)).find(one => one !== undefined)
  return refused ? { ok: false, error: changeFailure(refused) } : ok(undefined)
}

/** As it is told before anything is sent. */
export function changeWords({ code, params }: ChangeRefused): { code: string; zh: string; en: string } {
  const { zh, en } = must(FILE_MESSAGES[code], code)
  const named = { ...params, period: periodZh(params.period ?? '') }
  return { code, zh: fillMessage(zh, named), en: fillMessage(en, params) }
}

/** In the words of the contract. */
export function changeFailure({ code, params }: ChangeRefused): Failure {
  switch (code) {
    case 'return.frozen':
      return { code: 'period.closed', params }
    case 'return.wrong-state':
      return { code, params: { ...params, state: STATE_ZH[params.state ?? ''] ?? '' } }
    default:
      return { code, params }
  }
}
