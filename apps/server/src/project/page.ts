import type { ProjectPage, routes } from '@guatu/contract'
import { curveOf, type ProjectFact, planMonths, projectLines, projectYear } from '@guatu/domain'
import { type Day, ok, type Period, periodSpan, periodsIn, yearOf } from '@guatu/kernel'
import { entriesOf } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'
import { returnPeriod } from '../session/vocabulary.ts'

export const getProject =
  (app: App): Handler<typeof routes.getProject> =>
  ({ params, query, session }) =>
    look(app, session, query, async (picture, tx) => {
      const project = picture.facts.projects.find(one => one.id === params.id)
      if (!project) return refuse('request.not-found')
      const trail = await entriesOf(tx, project.id)
      const known = trail.filter(entry => entry.seq <= picture.seq)
      return ok({ ...pageOf(picture, project), trail: known.map(entryView) })
    })

function pageOf(picture: Picture, project: ProjectFact): Omit<ProjectPage, 'trail'> {
  const { facts, running, evaluation, scheme, asOf } = picture
  const memberships = facts.memberships.filter(one => one.project === project.id)
  const returns = facts.returns.filter(one => one.project === project.id)
  const only = { ...facts, projects: [project], memberships, returns }
  const [row] = projectLines(running, evaluation, only)
  if (!row) throw new Error(`no line of project ${project.id}`)
  const main = memberships.find(
    one => one.list === row.lists[0] && (one.year ?? yearOf(asOf)) === yearOf(asOf),
  )
  return {
    bar: picture.bar,
    row,
    place: project.place,
    plannedStart: main?.plannedStart ?? project.plannedStart ?? null,
    plannedCompletion: project.plannedCompletion ?? null,
    memberships: memberships.map(one => ({
      list: one.list,
      nature: one.nature ?? null,
      year: one.year ?? null,
      annualPlan: one.annualPlan ?? null,
      curve: planMonths(one, curveOf(running.program, one.list))?.curve ?? null,
    })),
    months: projectYear(main, main ? curveOf(running.program, main.list) : { kind: 'linear' }, returns, asOf),
    returns: returns
      .map(({ period, figures, sources }) => ({ period, figures: { ...figures }, sources: { ...sources } }))
      .sort((a, b) => (periodSpan(a.period).end < periodSpan(b.period).end ? 1 : -1)),
    lights: evaluation.lights.filter(light => light.project === project.id),
    openPeriods: picture.bar.live ? openPeriods(returnPeriod(scheme), asOf) : [],
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
