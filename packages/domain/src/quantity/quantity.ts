import { type Day, makeDay, yearOf } from '@guatu/kernel'
import type { Curve, Quantity } from '@guatu/scheme'
import type { Input } from '../evaluate/result.ts'
import type { MembershipFact } from '../facts/index.ts'
import { planToDate } from '../plan/index.ts'
import type { FieldShapes, ProjectState } from '../project/index.ts'

/** The name under which a quantity stands among the inputs of a judgement. */
export function quantityName(quantity: Quantity): string {
  if (typeof quantity === 'string') return quantity
  return 'first' in quantity ? `first.${quantity.first}` : `day.${quantity.dayOfYear}`
}

/** Where the quantities of one project on one list are looked up. */
export interface QuantitySource {
  readonly state: ProjectState
  readonly membership: MembershipFact
  readonly curve: Curve
  readonly shapes: FieldShapes
  readonly asOf: Day
}

/** The quantity's value with its source, null where nobody gave it. */
export function lookUp(quantity: Quantity, source: QuantitySource): Input {
  const name = quantityName(quantity)
  if (typeof quantity === 'object' && 'dayOfYear' in quantity) {
    const [month, day] = quantity.dayOfYear.split('-').map(Number)
    return {
      name,
      type: 'day',
      value: makeDay(source.membership.year ?? yearOf(source.asOf), month ?? 1, day ?? 1),
      from: 'rule',
    }
  }
  if (typeof quantity === 'object') return reported(name, quantity.first, source.state.first, source.shapes)
  return planned(quantity, source) ?? reported(name, quantity, source.state.latest, source.shapes)
}

function reported(name: string, field: string, figures: ProjectState['latest'], shapes: FieldShapes): Input {
  const figure = figures.get(field)
  const type = shapes.get(field)?.type ?? 'text'
  if (!figure) return { name, type, value: null, from: 'return' }
  return { name, type, value: figure.value, from: 'return', period: figure.period, entry: figure.entry }
}

/** Figures of the plan and attributes of the project; undefined when the name is neither. */
function planned(name: string, { state, membership, curve, asOf }: QuantitySource): Input | undefined {
  const { project } = state
  switch (name) {
    case 'annual-plan':
      return { name, type: 'money', value: membership.annualPlan ?? null, from: 'plan' }
    case 'plan-to-date': {
      const plan = planToDate(membership, curve, asOf)
      return { name, type: 'money', value: plan?.amount ?? null, from: 'plan', curve: plan?.curve }
    }
    case 'planned-start':
      return {
        name,
        type: 'day',
        value: membership.plannedStart ?? project.plannedStart ?? null,
        from: 'plan',
      }
    case 'planned-completion':
      return { name, type: 'day', value: project.plannedCompletion ?? null, from: 'plan' }
    case 'total-invest':
      return { name, type: 'money', value: project.totalInvest ?? null, from: 'attribute' }
    default: {
      const attribute = project.attributes?.[name]
      if (attribute === undefined) return undefined
      return {
        name,
        type: typeof attribute === 'number' ? 'integer' : 'text',
        value: attribute,
        from: 'attribute',
      }
    }
  }
}
