import type { routes } from '@guatu/contract'
import { counterKey, type Running } from '@guatu/domain'
import { compareText, ok } from '@guatu/kernel'
import type { Indicator, Scheme } from '@guatu/scheme'
import { entryBySeq } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'

export const whyIndicator =
  (app: App): Handler<typeof routes.whyIndicator> =>
  ({ query, session }) =>
    look(app, session, query, async (picture, tx) => {
      const { evaluation, running, bar } = picture
      const { id, scope } = { id: query.indicator, scope: query.scope }
      const value = evaluation.indicators.find(one => one.id === id && one.scope === scope)
      const indicator = indicatorOf(picture.scheme, id)
      if (!value || !indicator) return refuse('request.not-found')
      const source = value.source === undefined ? undefined : await entryBySeq(tx, value.source)
      return ok({
        bar,
        name: indicator.name,
        nameEn: indicator.nameEn,
        origin: indicator.origin,
        caliber: value.caliber,
        scope,
        numerator: value.numerator,
        denominator: value.denominator,
        unit: value.unit,
        shares: indicator.origin === 'reported' ? [] : sharesOf(picture, running, indicator, scope),
        entries: source ? [entryView(source)] : [],
      })
    })

/** A reported indicator answers once for each of its values: `fai.growth`. */
const indicatorOf = (scheme: Scheme, id: string): Indicator | undefined =>
  scheme.indicators.find(
    one =>
      one.id === id ||
      (one.origin === 'reported' && Object.keys(one.values).some(name => id === `${one.id}.${name}`)),
  )

/** What each project adds to the sums of the scope, largest first; those that add nothing to either are left out. */
function sharesOf({ facts }: Picture, running: Running, indicator: Indicator, scope: string) {
  const names = new Map(facts.projects.map(project => [project.id, project.name]))
  const ratio = indicator.origin === 'from-projects' && indicator.shape === 'ratio'
  const field = indicator.origin === 'from-projects' && fieldOf(indicator)
  const entries = new Map(
    facts.returns.flatMap(({ project, sources }) => {
      const entry = field ? sources?.[field] : undefined
      return entry === undefined ? [] : [[project, entry] as const]
    }),
  )
  return [...running.parts.values()]
    .flatMap(({ project, counters }) => {
      const numerator = counters.get(counterKey(scope, `${indicator.id}.n`))
      const denominator = counters.get(counterKey(scope, `${indicator.id}.d`))
      if (!numerator && !denominator) return []
      return [
        {
          project,
          name: names.get(project) ?? project,
          numerator: numerator ?? 0,
          denominator: ratio ? (denominator ?? 0) : null,
          entry: entries.get(project) ?? null,
        },
      ]
    })
    .sort((a, b) => b.numerator - a.numerator || compareText(a.project, b.project))
}

function fieldOf(indicator: Extract<Indicator, { origin: 'from-projects' }>): string | undefined {
  const aggregate = indicator.shape === 'ratio' ? indicator.numerator : indicator.of
  if ('sum' in aggregate) return typeof aggregate.sum === 'string' ? aggregate.sum : aggregate.sum.first
  return aggregate.where.stage ? 'stage' : undefined
}
