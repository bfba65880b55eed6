import type { ProjectPage, routes } from '@guatu/contract'
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
import { entriesOf, projectKnown, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'
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
    const [facts, trail] = await readScope(app.database, session.scope, async tx => [
      await projectKnown(tx, { asOf, knownAt: seq }, row.id),
      await entriesOf(tx, row.id),
    ])
    if (!facts) return refuse('request.not-found')
    const known = trail.filter(entry => entry.seq <= seq)
    return ok({ ...pageOf(found, facts.returns), trail: known.map(entryView) })
  }

interface Found extends Pick<Picture, 'bar' | 'scheme' | 'asOf'> {
  readonly row: Row
  readonly lights: readonly LightValue[]
  readonly program: Program
}

function pageOf(
  { row, lights, program, bar, scheme, asOf }: Found,
  returns: readonly ReturnFact[],
): Omit<ProjectPage, 'trail'> {
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
    openPeriods: bar.live ? openPeriods(returnPeriod(scheme), asOf) : [],
  }
}

/** Ended periods of this year and the last, newest first; irregular report dates: today. */
function openPeriods(kind: ReturnType<typeof returnPeriod>, today: Day): Period[] {
  if (kind === 'day') return [today]
  const span = { start: `${yearOf(today) - 1}-01-01`, end: today }
  return periodsIn(kind, span)
    .filter(period => periodSpan(period).end <= today)
    .reverse()
    .slice(0, 24)
}
