import { compareRates, compareText, parseRate, type Rate } from '@guatu/kernel'
import type { PriorityRule } from '@guatu/scheme'
import type { FieldValue } from '../facts/index.ts'
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
  readonly by: Readonly<Record<string, Looked>>
}

type Looked = FieldValue | Rate | null
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

/** Of a light what it measured; null where it says nothing. */
function looked({ by }: Condition, member: Member, given: Given): Looked {
  if (typeof by === 'string') return figureOf(by, member, given)
  return lightOf(by.light, member, given)?.reason.value ?? null
}

/** Negative where `a` comes first. */
function compareBy(prefer: Condition['prefer'], a: Looked, b: Looked): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (prefer === 'present') return 0
  return prefer === 'high' ? compareValues(b, a) : compareValues(a, b)
}

/** Rates as numbers, days by time. */
function compareValues(a: FieldValue | Rate, b: FieldValue | Rate): number {
  const [left, right] = [rateOf(a), rateOf(b)]
  return left && right ? compareRates(left, right) : compareText(String(a), String(b))
}

function rateOf(value: FieldValue | Rate): Rate | undefined {
  if (typeof value === 'object') return value
  return typeof value === 'number' ? { n: value, d: 1 } : parseRate(value)
}
