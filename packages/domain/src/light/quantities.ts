import type { Measure, Quantity } from '@guatu/scheme'

/** The quantities that a measure reads. */
export function quantitiesOf(measure: Measure): Quantity[] {
  switch (measure.kind) {
    case 'ratio':
      return [measure.of, measure.to]
    case 'gap':
      return [measure.of, measure.to, measure.base]
    case 'growth':
    case 'slip':
      return [measure.of, measure.from]
    case 'days-late':
      return [measure.done, measure.due]
  }
}

/** Whether a measure reads days; the others read numbers. */
export const readsDays = (measure: Measure) => measure.kind === 'days-late' || measure.kind === 'slip'
