import type { routes } from '@guatu/contract'
import { indicatorValues, scopesCounted, sharesOf } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import type { Indicator, Scheme } from '@guatu/scheme'
import { entryBySeq, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import { entryView } from '../entry/view.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'

export const whyIndicator =
  (app: App): Handler<typeof routes.whyIndicator> =>
  async ({ query, session }) => {
    const { indicator: id, scope } = query
    const found = await look(app, session, query, picture => {
      const value = valueIn(picture, id, scope)
      const indicator = indicatorOf(picture.scheme, id)
      if (!value || !indicator) return undefined
      const shares = indicator.origin === 'reported' ? [] : sharesOf(picture.view, indicator, scope)
      return { value, indicator, shares, bar: picture.bar }
    })
    if (!found) return refuse('request.not-found')
    const { value, indicator, shares, bar } = found
    const { source } = value
    const entry =
      source === undefined
        ? undefined
        : await readScope(app.database, session.scope, tx => entryBySeq(tx, source))
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
      shares,
      entries: entry ? [entryView(entry)] : [],
    })
  }

function valueIn({ view }: Picture, id: string, scope: string) {
  const { program, total, reported } = view
  if (!scopesCounted(program, total).includes(scope)) return undefined
  return indicatorValues(program, total, reported, [scope]).find(one => one.id === id && one.scope === scope)
}

/** A reported indicator answers once for each of its values: `fai.growth`. */
const indicatorOf = (scheme: Scheme, id: string): Indicator | undefined =>
  scheme.indicators.find(
    one =>
      one.id === id ||
      (one.origin === 'reported' && Object.keys(one.values).some(name => id === `${one.id}.${name}`)),
  )
