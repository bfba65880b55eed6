import { compareRates, compareText, parseRate } from '@guatu/kernel'
import type { PriorityRule } from '@guatu/scheme'
import type { FieldValue } from '../facts/index.ts'
import { NONE } from '../light/index.ts'
import { figureOf, type Given, lightOf, type Member, membersOf } from '../record/index.ts'

export interface PriorityAnswer {
  readonly kind: 'priority'
  /** Who comes first; those that no condition parts share a rank. */
  readonly order: readonly RankedProject[]
}

export interface RankedProject {
  readonly project: string
  readonly rank: number
  /** Condition → what it looked at. */
  readonly by: Readonly<Record<string, FieldValue | null>>
}

type Condition = PriorityRule['order'][number]

/** Projects in the order in which money comes to them. */
export function priorityAnswer(rule: PriorityRule, given: Given): PriorityAnswer {
  const judged = membersOf(given, rule.lists, rule.where).map(member => ({
    project: member.state.project.id,
    by: rule.order.map(condition => looked(condition, member, given)),
  }))
  const parts = (a: (typeof judged)[number], b: (typeof judged)[number]) => {
    for (const [index, { prefer }] of rule.order.entries()) {
      const apart = compareBy(prefer, a.by[index] ?? null, b.by[index] ?? null)
      if (apart !== 0) return apart
    }
    return 0
  }
  judged.sort((a, b) => parts(a, b) || compareText(a.project, b.project))
  const order = judged.map(one => ({
    project: one.project,
    rank: 1 + judged.filter(other => parts(other, one) < 0).length,
    by: Object.fromEntries(rule.order.map((condition, index) => [condition.id, one.by[index] ?? null])),
  }))
  return { kind: 'priority', order }
}

/** Of a light the severity of its colour; null where it says nothing. */
function looked({ by }: Condition, member: Member, given: Given): FieldValue | null {
  if (typeof by === 'string') return figureOf(by, member, given)
  const found = lightOf(by.light, member, given)
  return found && found.colour !== NONE ? found.severity : null
}

/** Negative where `a` comes first. */
function compareBy(prefer: Condition['prefer'], a: FieldValue | null, b: FieldValue | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (prefer === 'present') return 0
  return prefer === 'high' ? compareValues(b, a) : compareValues(a, b)
}

/** Rates as numbers, days by time. */
function compareValues(a: FieldValue, b: FieldValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [parseRate(String(a)), parseRate(String(b))]
  return left && right ? compareRates(left, right) : compareText(String(a), String(b))
}
