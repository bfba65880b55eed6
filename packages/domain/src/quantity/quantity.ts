import { type Day, makeDay, yearOf } from '@guatu/kernel'
import type { Curve, Quantity } from '@guatu/scheme'
import type { Input } from '../evaluate/result.ts'
import type { MembershipFact } from '../facts/index.ts'
import { planToDate } from '../plan/index.ts'
import type { AskedState, FieldShapes } from '../project/index.ts'

/** The name under which a quantity stands among the inputs of a judgement. */
export function quantityName(quantity: Quantity): string {
  if (typeof quantity === 'string') return quantity
  return 'first' in quantity ? `first.${quantity.first}` : `day.${quantity.dayOfYear}`
}

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
  if (typeof quantity === 'object') return reported(name, quantity.first, source.state.first, source.shapes)
  return planned(quantity, source) ?? reported(name, quantity, source.state.latest, source.shapes)
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
