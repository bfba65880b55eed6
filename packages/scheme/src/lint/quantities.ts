import type { Light } from '../language/light.ts'
import type { LimitType } from '../language/limit.ts'
import { type Measure, type Quantity, quantitiesOf, readsDays } from '../language/measure.ts'
import type { Scheme } from '../language/scheme.ts'
import { type FigureType, figureType, PROJECT_TEXTS } from '../language/vocabulary.ts'
import type { Report } from './report.ts'
import { valueType } from './values.ts'

type Path = readonly PropertyKey[]

/** What a light may measure: figures of projects, or of units. */
type Judged = Pick<Light, 'of'>

/** The figures that a measure reads exist, are of its light's kind, and of a type that it can measure. */
export function figures(scheme: Scheme, light: Judged, measure: Measure, path: Path, report: Report): void {
  const types = quantitiesOf(measure).map(quantity => {
    const type = quantityType(scheme, light, quantity)
    const name = nameOf(quantity)
    if (type === undefined) report(path, 'ref.figure', `there is no figure ${name}`)
    else if (!takes(measure, type)) report(path, 'figure.type', `${name} is a ${type}`)
    return type
  })
  const [of, from] = types
  if (measure.kind === 'difference' && of && from && of !== from) {
    report(path, 'figure.type', `a ${from} is taken from a ${of}`)
  }
}

/** Money, whole numbers and rates are measured; lateness and slip measure days. */
function takes(measure: Measure, type: FigureType): boolean {
  if (readsDays(measure)) return type === 'day'
  return type === 'money' || type === 'integer' || type === 'rate'
}

export function nameOf(quantity: Quantity): string {
  if (typeof quantity === 'string') return quantity
  if ('dayOfYear' in quantity) return quantity.dayOfYear
  if ('first' in quantity) return quantity.first
  if ('within' in quantity) return quantity.within
  if ('target' in quantity) return quantity.target
  if ('rank' in quantity) return quantity.rank
  return 'indicator' in quantity ? quantity.indicator : quantity.before
}

export function quantityType(scheme: Scheme, { of }: Judged, quantity: Quantity): FigureType | undefined {
  const own =
    typeof quantity === 'string' || !('indicator' in quantity || 'target' in quantity || 'rank' in quantity)
  if (own) {
    if (of !== undefined) return undefined
    if (typeof quantity === 'object' && 'dayOfYear' in quantity) return 'day'
    return figureType(nameOf(quantity), scheme.fields)
  }
  if (of === undefined) return undefined
  if ('target' in quantity) {
    const target = scheme.targets.find(one => one.id === quantity.target)
    const id = typeof target?.indicator === 'string' ? target.indicator : undefined
    return id === undefined ? undefined : indicatorType(scheme, id, quantity.value)
  }
  if ('rank' in quantity) {
    if (of !== 'unit' || indicatorType(scheme, quantity.rank, quantity.value) === undefined) return undefined
    return 'integer'
  }
  return indicatorType(scheme, quantity.indicator, quantity.value)
}

const TYPES = { money: 'money', rate: 'rate', count: 'integer' } as const

function indicatorType(scheme: Scheme, id: string, value: string | undefined): FigureType | undefined {
  const indicator = scheme.indicators.find(one => one.id === id)
  const type = indicator && valueType(indicator, value ?? 'value')
  return type && TYPES[type]
}

const CUTS = {
  ratio: 'rate',
  growth: 'rate',
  gap: 'points',
  'days-late': 'days',
  'working-days-late': 'working-days',
  'months-late': 'months',
  slip: 'days',
} as const satisfies Partial<Record<Measure['kind'], LimitType>>

/** What kind of cut a measure is compared with; undefined where its figure is unknown. */
export function cutType(scheme: Scheme, light: Judged, measure: Measure): LimitType | undefined {
  if (measure.kind !== 'value' && measure.kind !== 'difference') return CUTS[measure.kind]
  switch (quantityType(scheme, light, measure.of)) {
    case 'money':
      return 'amount'
    case 'integer':
      return 'count'
    case 'rate':
      return measure.kind === 'value' ? 'rate' : 'points'
    default:
      return undefined
  }
}

/** Whether a name is a text that projects or their returns have. */
export const isText = (scheme: Scheme, name: string): boolean =>
  PROJECT_TEXTS.some(one => one === name) || ['text', 'stage'].includes(figureType(name, scheme.fields) ?? '')
