import type { Scheme } from '@guatu/scheme'
import type { FieldId } from '../facts/index.ts'
import { quantitiesOf } from '../light/measure.ts'
import { fieldShapes } from '../project/index.ts'

/** The reported fields that a plan's lights and sums read. */
export function fieldsJudged(scheme: Scheme): FieldId[] {
  const measured = scheme.lights.flatMap(light => quantitiesOf(light.measure))
  const summed = scheme.indicators.flatMap(indicator => {
    if (indicator.origin === 'reported') return []
    const ends = indicator.shape === 'ratio' ? [indicator.numerator, indicator.denominator] : [indicator.of]
    return ends.flatMap(end => ('sum' in end ? [end.sum] : []))
  })
  const named = [...measured, ...summed].flatMap(one =>
    typeof one === 'string' ? [one] : 'first' in one ? [one.first] : [],
  )
  const shapes = fieldShapes(scheme.fields)
  return [...new Set(['invest-ytd', 'stage', 'started-on', ...named])].filter(id => shapes.has(id)).sort()
}
