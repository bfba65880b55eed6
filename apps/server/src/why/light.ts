import type { Response, routes } from '@guatu/contract'
import { finish, type LightValue, type Running, start } from '@guatu/domain'
import { type Day, lastDayOf, makeMonth, monthNumber, ok, yearOf } from '@guatu/kernel'
import { type Light, type Scheme, sentence } from '@guatu/scheme'
import { entriesOf } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'

type Answer = Response<typeof routes.whyLight>

export const whyLight =
  (app: App): Handler<typeof routes.whyLight> =>
  ({ query, session }) =>
    look(app, session, query, async (picture, tx) => {
      const { facts, evaluation, scheme, bar } = picture
      const same = (light: LightValue) =>
        light.project === query.project && light.list === query.list && light.rule === query.rule
      const light = evaluation.lights.find(same)
      const project = facts.projects.find(one => one.id === query.project)
      const rule = scheme.lights.find(one => one.id === query.rule)
      if (!light || !project || !rule) return refuse('request.not-found')
      const named = new Set(light.because.map(input => input.entry))
      const trail = (await entriesOf(tx, project.id)).filter(entry => named.has(entry.seq))
      return ok({
        bar,
        projectName: project.name,
        light,
        sentence: sentences(rule, scheme, picture.running.program.settings),
        clause: rule.clause ?? null,
        covers: rule.covers,
        reading: rule.reading === undefined ? null : { zh: rule.reading, en: rule.readingEn ?? rule.reading },
        entries: trail.map(entryView),
        history: historyOf(picture, project.id, same),
      })
    })

const sentences = (rule: Light, scheme: Scheme, settings: Running['program']['settings']) => ({
  zh: sentence(rule, scheme, 'zh', { settings }),
  en: sentence(rule, scheme, 'en', { settings }),
})

/** The same light at the month ends of the year so far, from what is known now. */
function historyOf(
  { facts, scheme, asOf }: Picture,
  project: string,
  same: (light: LightValue) => boolean,
): Answer['history'] {
  const only = {
    ...facts,
    projects: facts.projects.filter(one => one.id === project),
    memberships: facts.memberships.filter(one => one.project === project),
    returns: facts.returns.filter(one => one.project === project),
    reported: [],
  }
  return monthEnds(asOf).flatMap(day => {
    const light = finish(start(scheme, only, day)).lights.find(same)
    return light ? [{ asOf: day, colour: light.colour, value: light.reason.value }] : []
  })
}

const monthEnds = (asOf: Day): Day[] =>
  Array.from({ length: monthNumber(asOf) }, (_, index) =>
    lastDayOf(makeMonth(yearOf(asOf), index + 1)),
  ).filter(day => day <= asOf)
