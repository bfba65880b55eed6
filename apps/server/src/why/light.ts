import type { Response, routes } from '@guatu/contract'
import { type Facts, finish, type LightValue, type ProjectFacts, partOf, start } from '@guatu/domain'
import { type Day, lastDayOf, makeMonth, monthNumber, ok, yearOf } from '@guatu/kernel'
import { type Light, type Scheme, sentence } from '@guatu/scheme'
import { entriesOf, projectKnown, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look } from '../picture/picture.ts'

type Answer = Response<typeof routes.whyLight>

export const whyLight =
  (app: App): Handler<typeof routes.whyLight> =>
  async ({ query, session }) => {
    const same = (light: LightValue) =>
      light.project === query.project && light.list === query.list && light.rule === query.rule
    const found = await look(app, session, query, ({ view, scheme, bar, asOf, seq }) => {
      const row = view.row(query.project)
      const light = row && partOf(view.basis, row).lights.find(same)
      const rule = scheme.lights.find(one => one.id === query.rule)
      if (!row || !light || !rule) return undefined
      return { row, light, rule, scheme, settings: view.program.settings, bar, asOf, seq }
    })
    if (!found) return refuse('request.not-found')
    const { row, light, rule, scheme, settings, bar, asOf, seq } = found
    const [known, trail] = await readScope(app.database, session.scope, async tx => [
      await projectKnown(tx, { asOf, knownAt: seq }, row.id),
      await entriesOf(tx, row.id),
    ])
    if (!known) return refuse('request.not-found')
    const named = new Set(light.because.map(input => input.entry))
    return ok({
      bar,
      projectName: row.project.name,
      light,
      sentence: sentences(rule, scheme, settings),
      clause: rule.clause ?? null,
      covers: rule.covers,
      reading: rule.reading === undefined ? null : { zh: rule.reading, en: rule.readingEn ?? rule.reading },
      entries: trail.filter(entry => named.has(entry.seq)).map(entryView),
      history: historyOf(scheme, factsOf(known, settings), asOf, same),
    })
  }

const sentences = (rule: Light, scheme: Scheme, settings: Readonly<Record<string, string>>) => ({
  zh: sentence(rule, scheme, 'zh', { settings }),
  en: sentence(rule, scheme, 'en', { settings }),
})

const factsOf = (
  { project, memberships, returns, exemptions }: ProjectFacts,
  settings: Facts['settings'],
): Facts => ({
  jurisdiction: '',
  units: [],
  projects: [project],
  memberships,
  returns,
  reported: [],
  exemptions,
  settings,
})

/** The same light at the month ends of the year so far, from what is known now. */
function historyOf(
  scheme: Scheme,
  facts: Facts,
  asOf: Day,
  same: (light: LightValue) => boolean,
): Answer['history'] {
  return monthEnds(asOf).flatMap(day => {
    const light = finish(start(scheme, facts, day)).lights.find(same)
    return light ? [{ asOf: day, colour: light.colour, value: light.reason.value }] : []
  })
}

const monthEnds = (asOf: Day): Day[] =>
  Array.from({ length: monthNumber(asOf) }, (_, index) =>
    lastDayOf(makeMonth(yearOf(asOf), index + 1)),
  ).filter(day => day <= asOf)
