import { type ProjectPage, routes } from '@guatu/contract'
import {
  curveOf,
  type LightValue,
  type Program,
  partOf,
  planMonths,
  projectYear,
  type ReturnFact,
  type Row,
} from '@guatu/domain'
import { type Day, ok, type Period, periodSpan, periodsIn, yearOf } from '@guatu/kernel'
import { entriesOf, projectKnown, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'
import { knownNow } from '../return/known.ts'
import { changeWords, refusesNow } from '../return/may-change.ts'
import type { Session } from '../session/session.ts'
import { returnPeriod } from '../session/vocabulary.ts'

export const getProject =
  (app: App): Handler<typeof routes.getProject> =>
  async ({ params, query, session }) => {
    const found = await look(app, session, query, ({ view, bar, scheme, asOf, seq }) => {
      const row = view.row(params.id)
      return (
        row && { row, lights: partOf(view.basis, row).lights, program: view.program, bar, scheme, asOf, seq }
      )
    })
    if (!found) return refuse('request.not-found')
    const { row, seq, asOf } = found
    const [facts, trail, shut] = await readScope(app.database, session.scope, async tx => [
      await projectKnown(tx, { asOf, knownAt: seq }, row.id),
      await entriesOf(tx, row.id),
      await shutPeriods(app, tx, session, row.id, periodsToWrite(found)),
    ])
    if (!facts) return refuse('request.not-found')
    const known = trail.filter(entry => entry.seq <= seq)
    return ok({ ...pageOf(found, facts.returns), shut, trail: known.map(entryView) })
  }

async function shutPeriods(
  app: App,
  tx: ScopedTx,
  session: Session,
  project: string,
  periods: readonly Period[],
): Promise<ProjectPage['shut']> {
  if (!routes.saveReturn.roles.some(role => role === session.post.role)) return []
  const known = await knownNow(app, tx, session.jurisdiction)
  const refuses = await refusesNow(tx, known, session, periods, new Set([project]))
  return periods.flatMap(period => {
    const refused = refuses(period, project)
    return refused ? [{ period, ...changeWords(refused) }] : []
  })
}

interface Found extends Pick<Picture, 'bar' | 'scheme' | 'asOf'> {
  readonly row: Row
  readonly lights: readonly LightValue[]
  readonly program: Program
}

function pageOf(found: Found, returns: readonly ReturnFact[]): Omit<ProjectPage, 'trail' | 'shut'> {
  const { row, lights, program, bar, asOf } = found
  const { line, project, memberships } = row
  const main = memberships.find(
    one => one.list === line.lists[0] && (one.year ?? yearOf(asOf)) === yearOf(asOf),
  )
  return {
    bar,
    row: line,
    place: project.place,
    plannedStart: main?.plannedStart ?? project.plannedStart ?? null,
    plannedCompletion: project.plannedCompletion ?? null,
    memberships: memberships.map(one => ({
      list: one.list,
      nature: one.nature ?? null,
      year: one.year ?? null,
      annualPlan: one.annualPlan ?? null,
      curve: planMonths(one, curveOf(program, one.list, one.nature))?.curve ?? null,
    })),
    months: projectYear(
      main,
      main ? curveOf(program, main.list, main.nature) : { kind: 'linear' },
      returns,
      asOf,
    ),
    returns: returns
      .map(({ period, figures, sources }) => ({ period, figures: { ...figures }, sources: { ...sources } }))
      .sort((a, b) => (periodSpan(a.period).end < periodSpan(b.period).end ? 1 : -1)),
    lights: [...lights],
    openPeriods: periodsToWrite(found),
  }
}

const periodsToWrite = ({ bar, scheme, asOf }: Found) =>
  bar.live ? openPeriods(returnPeriod(scheme), asOf) : []

/** Ended periods of this year and the last, newest first; irregular report dates: today. */
function openPeriods(kind: ReturnType<typeof returnPeriod>, today: Day): Period[] {
  if (kind === 'day') return [today]
  const span = { start: `${yearOf(today) - 1}-01-01`, end: today }
  return periodsIn(kind, span)
    .filter(period => periodSpan(period).end <= today)
    .reverse()
    .slice(0, 24)
}
