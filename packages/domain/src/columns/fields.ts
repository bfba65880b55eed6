import { type Indicator, type Quantity, quantitiesOfLight, type Scheme } from '@guatu/scheme'
import type { FieldId } from '../facts/index.ts'
import { fieldShapes } from '../project/index.ts'

/** The reported fields that a plan's lights and sums read. */
export function fieldsJudged(scheme: Scheme): FieldId[] {
  const measured = scheme.lights.flatMap(quantitiesOfLight)
  const where = [
    ...scheme.lights.map(light => light.where),
    ...scheme.indicators.flatMap(one => (one.origin === 'reported' ? [] : endsOf(one).map(end => end.where))),
  ]
  const filtered = where.flatMap(({ figures, is, isNot }) => Object.keys({ ...figures, ...is, ...isNot }))
  const summed = scheme.indicators.flatMap(indicator => {
    if (indicator.origin === 'reported') return []
    return endsOf(indicator).flatMap(end => ('sum' in end ? [end.sum] : []))
  })
  const named = [...measured, ...summed].flatMap(fieldsOf)
  const shapes = fieldShapes(scheme.fields)
  return [...new Set(['invest-ytd', 'stage', 'started-on', ...named, ...filtered])]
    .filter(id => shapes.has(id))
    .sort()
}

const endsOf = (indicator: Exclude<Indicator, { readonly origin: 'reported' }>) =>
  indicator.shape === 'ratio' ? [indicator.numerator, indicator.denominator] : [indicator.of]

function fieldsOf(quantity: Quantity): FieldId[] {
  if (typeof quantity === 'string') return [quantity]
  if ('first' in quantity) return [quantity.first]
  if ('within' in quantity) return [quantity.within]
  return 'every' in quantity ? [quantity.before] : []
}
