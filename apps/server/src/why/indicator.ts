import type { routes } from '@guatu/contract'
import { indicatorValues, scopesCounted, sharesOf, targetValues } from '@guatu/domain'
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
      return { value, indicator, shares, bar: picture.bar, asked: askedFor(picture, indicator, scope) }
    })
    if (!found) return refuse('request.not-found')
    const { value, indicator, shares, bar, asked } = found
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
      asked,
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

/** The targets over that scope or a part of it; an indicator of which no target speaks is asked for by itself. */
function askedFor({ scheme, view }: Picture, indicator: Indicator, scope: string) {
  const { program, total, reported } = view
  const targets = targetValues(program, total, reported)
    .filter(one => one.indicator === indicator.id && one.scope.split('+').includes(scope))
    .flatMap(one => scheme.targets.find(({ id }) => id === one.id) ?? [])
  const told = (kind: 'target' | 'indicator', { id, name, nameEn, clause, covers }: Asked) => ({
    kind,
    id,
    name,
    nameEn,
    clause: clause ?? null,
    covers,
  })
  return targets.length > 0 ? targets.map(one => told('target', one)) : [told('indicator', indicator)]
}
type Asked = Pick<Indicator, 'id' | 'name' | 'nameEn' | 'clause' | 'covers'>
