import { type Day, makeDay, type PeriodKind, periodSpan, yearOf } from '@guatu/kernel'
import type { Curve, Quantity } from '@guatu/scheme'
import { endBefore } from '../cadence/closed.ts'
import type { Input } from '../evaluate/result.ts'
import type { MembershipFact } from '../facts/index.ts'
import { planToDate } from '../plan/index.ts'
import type { AskedState, FieldShapes } from '../project/index.ts'

/** The name under which a quantity stands among the inputs of a judgement. */
export function quantityName(quantity: Quantity): string {
  if (typeof quantity === 'string') return quantity
  if ('first' in quantity) return `first.${quantity.first}`
  if ('dayOfYear' in quantity) return `day.${quantity.dayOfYear}`
  if ('within' in quantity) return `within.${quantity.every}.${quantity.within}`
  if ('every' in quantity) return `before.${quantity.every}.${quantity.before}`
  if ('target' in quantity) return named('target', quantity.target, quantity.value, quantity.end)
  const before = quantity.before && `before-${quantity.before}`
  if ('rank' in quantity) {
    const { rank, value, list, among, from } = quantity
    return named('rank', rank, value, list, ...(Array.isArray(among) ? among : among.units), from, before)
  }
  const { indicator, value, list, over } = quantity
  return named(over ?? 'unit', indicator, value, list, before)
}

const named = (...parts: readonly (string | undefined)[]) =>
  parts.filter(part => part !== undefined).join('.')

/** Where the quantities of one project on one list are looked up. */
export interface QuantitySource {
  readonly state: AskedState
  readonly membership: MembershipFact
  readonly curve: Curve
  readonly shapes: FieldShapes
  readonly asOf: Day
}

/** The quantity's value with its source, null where nobody gave it; members in the order of canonical JSON. */
export function lookUp(quantity: Quantity, source: QuantitySource): Input {
  const name = quantityName(quantity)
  if (typeof quantity === 'object' && 'dayOfYear' in quantity) {
    const [month, day] = quantity.dayOfYear.split('-').map(Number)
    return {
      from: 'rule',
      name,
      type: 'day',
      value: makeDay(source.membership.year ?? yearOf(source.asOf), month ?? 1, day ?? 1),
    }
  }
  if (typeof quantity === 'object') {
    if ('first' in quantity) return reported(name, quantity.first, source.state.first, source.shapes)
    if ('within' in quantity) return within(name, quantity.within, quantity.every, source)
    if ('every' in quantity) {
      const before = source.state.at?.(endBefore(quantity.every, source.asOf))
      return before
        ? reported(name, quantity.before, before.latest, source.shapes)
        : nobody(name, quantity.before, source.shapes)
    }
    throw new Error(`${name} is a figure of units`)
  }
  return planned(quantity, source) ?? reported(name, quantity, source.state.latest, source.shapes)
}

const nobody = (name: string, field: string, shapes: FieldShapes): Input => ({
  from: 'return',
  name,
  type: shapes.get(field)?.type ?? 'text',
  value: null,
})

/** What the last closed period added: a figure of the year is its first period's own. */
function within(
  name: string,
  field: string,
  every: PeriodKind,
  { state, shapes, asOf }: QuantitySource,
): Input {
  const now = reported(name, field, state.latest, shapes)
  const day = endBefore(every, asOf)
  const isNew = now.period !== undefined && periodSpan(now.period).end > day
  if (typeof now.value !== 'number' || !isNew) return nobody(name, field, shapes)
  if (shapes.get(field)?.accrues === 'year' && yearOf(day) !== yearOf(asOf)) return now
  const before = state.at?.(day).latest.get(field)?.value
  return typeof before === 'number' ? { ...now, value: now.value - before } : nobody(name, field, shapes)
}

function reported(name: string, field: string, figures: AskedState['latest'], shapes: FieldShapes): Input {
  const figure = figures.get(field)
  const type = shapes.get(field)?.type ?? 'text'
  const { entry, period, value = null } = figure ?? {}
  return { entry, from: 'return', name, period, type, value }
}

/** Figures of the plan and attributes of the project; undefined when the name is neither. */
function planned(name: string, { state, membership, curve, asOf }: QuantitySource): Input | undefined {
  const { project } = state
  switch (name) {
    case 'annual-plan':
      return { from: 'plan', name, type: 'money', value: membership.annualPlan ?? null }
    case 'plan-to-date': {
      const plan = planToDate(membership, curve, asOf)
      return { curve: plan?.curve, from: 'plan', name, type: 'money', value: plan?.amount ?? null }
    }
    case 'planned-start':
      return {
        from: 'plan',
        name,
        type: 'day',
        value: membership.plannedStart ?? project.plannedStart ?? null,
      }
    case 'planned-completion':
      return { from: 'plan', name, type: 'day', value: project.plannedCompletion ?? null }
    case 'total-invest':
      return { from: 'attribute', name, type: 'money', value: project.totalInvest ?? null }
    default: {
      const attribute = project.attributes?.[name]
      if (attribute === undefined) return undefined
      return {
        from: 'attribute',
        name,
        type: typeof attribute === 'number' ? 'integer' : 'text',
        value: attribute,
      }
    }
  }
}
