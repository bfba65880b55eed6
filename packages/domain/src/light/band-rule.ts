import {
  figureType,
  type Measure,
  PLAN_FIGURES,
  type Quantity,
  quantitiesOf,
  readsDays,
  type Scheme,
} from '@guatu/scheme'
import type { LightReason } from '../evaluate/result.ts'
import { quantityName } from '../quantity/index.ts'
import type { RuleBand } from './bands.ts'

type Unit = LightReason['unit']

/** One measure with its bands, its settings resolved. */
export interface BandRule {
  /** Of the light, for whoever must say what is wrong. */
  readonly light: string
  readonly measure: Measure
  readonly bands: readonly RuleBand[]
  /** Names of the measured quantities, in the order of `quantitiesOf`. */
  readonly measured: readonly string[]
  /** Whether those are days; else numbers. */
  readonly days: boolean
  /** Whether they are fractions: rates, or figures of units. */
  readonly fractions: boolean
  /** Of lateness: `due` is the day of something that happens, not of a plan. Until it has, nothing is due. */
  readonly event: boolean
  readonly unit: Unit
}

export function bandRule(
  light: string,
  measure: Measure,
  bands: readonly RuleBand[],
  scheme: Scheme,
): BandRule {
  const quantities = quantitiesOf(measure)
  return {
    light,
    measure,
    bands,
    measured: quantities.map(quantityName),
    days: readsDays(measure),
    fractions: quantities.some(one => ofUnit(one) || typeOf(one, scheme) === 'rate'),
    event: 'due' in measure && isEvent(measure.due),
    unit: unitOf(measure, scheme),
  }
}

const ofUnit = (quantity: Quantity) =>
  typeof quantity === 'object' && ('indicator' in quantity || 'target' in quantity || 'rank' in quantity)

const isEvent = (due: Quantity) =>
  typeof due === 'string' ? !(due in PLAN_FIGURES) : 'first' in due || 'every' in due

function unitOf(measure: Measure, scheme: Scheme): Unit {
  switch (measure.kind) {
    case 'ratio':
    case 'growth':
      return 'percent'
    case 'gap':
      return 'points'
    case 'days-late':
    case 'slip':
      return 'days'
    case 'working-days-late':
      return 'working-days'
    case 'months-late':
      return 'months'
    default: {
      const type = typeOf(measure.of, scheme)
      if (type === 'rate') return measure.kind === 'value' ? 'percent' : 'points'
      return type === 'money' ? 'minor' : 'count'
    }
  }
}

/** What a quantity is; the linter has seen that it is something. */
export function typeOf(quantity: Quantity, scheme: Scheme): 'money' | 'integer' | 'rate' | 'day' | 'text' {
  if (typeof quantity === 'string') return common(figureType(quantity, scheme.fields))
  if ('dayOfYear' in quantity) return 'day'
  if ('first' in quantity) return typeOf(quantity.first, scheme)
  if ('within' in quantity) return typeOf(quantity.within, scheme)
  if ('rank' in quantity) return 'integer'
  if ('indicator' in quantity) return indicatorType(scheme, quantity.indicator, quantity.value)
  if ('target' in quantity) {
    const indicator = scheme.targets.find(one => one.id === quantity.target)?.indicator
    return typeof indicator === 'string' ? indicatorType(scheme, indicator, quantity.value) : 'rate'
  }
  return typeOf(quantity.before, scheme)
}

const common = (type: ReturnType<typeof figureType>) =>
  type === undefined || type === 'stage' ? 'text' : type

function indicatorType(scheme: Scheme, id: string, value: string | undefined): 'money' | 'integer' | 'rate' {
  const indicator = scheme.indicators.find(one => one.id === id)
  if (indicator?.origin === 'reported') {
    const type = indicator.values[value ?? 'value']
    return type === 'count' ? 'integer' : (type ?? 'rate')
  }
  if (!indicator || indicator.shape === 'ratio') return 'rate'
  return 'count' in indicator.of ? 'integer' : 'money'
}
