import type { Quantity } from '@guatu/scheme'
import { passes } from '../evaluate/filter.ts'
import type { FieldValue } from '../facts/index.ts'
import { compileLight, type Judgement, judge } from '../light/index.ts'
import { fieldShapes } from '../project/index.ts'
import { lookUp, type QuantitySource } from '../quantity/index.ts'
import type { Given, Member } from './given.ts'

/** A figure of the plan, an attribute or the latest figure of a member; null where nobody gave it. */
export function figureOf(quantity: Quantity, member: Member, given: Given): FieldValue | null {
  const { value } = lookUp(quantity, sourceOf(member, given))
  return value === '' ? null : value
}

function sourceOf({ state, membership }: Member, { scheme, asOf }: Given): QuantitySource {
  const list = scheme.lists.find(one => one.id === membership.list)
  return {
    state,
    membership,
    curve: list?.curve ?? { kind: 'linear' },
    shapes: fieldShapes(scheme.fields),
    asOf,
  }
}

/** What a light of the plan says of a member; undefined where it does not look at it. */
export function lightOf(id: string, member: Member, given: Given): Judgement | undefined {
  const light = given.scheme.lights.find(one => one.id === id)
  if (!light) throw new Error(`the plan has no light ${id}`)
  if (light.lists.length > 0 && !light.lists.includes(member.membership.list)) return undefined
  if (!passes(light.where, member.state, member.membership, given.asOf)) return undefined
  const rule = compileLight(light, given.scheme, given.settings)
  const source = sourceOf(member, given)
  return judge(
    rule,
    rule.inputs.map(({ name, of }) =>
      of === 'as-of' ? { from: 'as-of', name, type: 'day', value: given.asOf } : lookUp(of, source),
    ),
  )
}
