import { addDays, type Day } from '@guatu/kernel'
import type { Input } from '../evaluate/result.ts'
import { leavesOf, resultsOf, truthOf } from './condition.ts'
import { figuresOf } from './figures.ts'
import { type Green, greenWhen } from './green.ts'
import { type Judgement, judgedAs } from './judgement.ts'
import { bandOf } from './measure.ts'
import type { RuleCondition, RuleLeaf, RuleRow } from './rows.ts'
import type { LightRule } from './rule.ts'

/**
 * The colour of the first row whose condition holds. Where nobody can say whether it does, there is no colour: a
 * number as `bandOf` has it.
 */
export function byRows(rule: LightRule, inputs: readonly Input[], asOf: Day): Judgement | number {
  const index = rowOf(rule.rows, inputs, asOf)
  const row = rule.rows[index]
  if (!row) return index
  const tests = rule.rows
    .slice(0, index + 1)
    .flatMap(({ when }) => (when ? resultsOf(when, inputs, asOf) : []))
  return judgedAs(row, {
    band: index,
    green: row.severity > rule.least ? greenOf(rule, inputs, asOf) : undefined,
    tests,
    unit: tests.findLast(one => one.holds !== null)?.unit ?? 'count',
    unstated: row.unstated,
    value: tests.findLast(one => one.holds !== null)?.value ?? null,
  })
}

function rowOf(rows: readonly RuleRow[], inputs: readonly Input[], asOf: Day): number {
  for (const [index, { when }] of rows.entries()) {
    const truth = when ? truthOf(when, inputs, asOf) : true
    if (truth === true) return index
    if (truth !== false) return truth
  }
  throw new Error('rows are not complete')
}

/** The first single change that gives the best colour, tried: a unit short of it must not. */
function greenOf(rule: LightRule, inputs: readonly Input[], asOf: Day): Green | undefined {
  const leaves = rule.rows.flatMap(({ when }: { when?: RuleCondition }) => (when ? leavesOf(when) : []))
  return leaves
    .flatMap(leaf => changesOf(leaf, inputs, asOf))
    .find(green => {
      const best = (value: Green['value']) => {
        const changed = inputs.map(one => (one.name === green.input ? { ...one, value } : one))
        return rule.rows[rowOf(rule.rows, changed, asOf)]?.severity === rule.least
      }
      return best(green.value) && !best(short(green))
    })
}

function changesOf(leaf: RuleLeaf, inputs: readonly Input[], asOf: Day): Green[] {
  if (leaf.kind === 'text') return []
  if (leaf.kind === 'there') {
    return leaf.day ? [{ input: leaf.input, reach: 'at-most', type: 'day', value: asOf }] : []
  }
  if (leaf.inside.fractions) return []
  return [leaf.inside, leaf.outside].flatMap(rule => {
    const figures = figuresOf(rule, inputs, asOf)
    const { a, b, c, today } = figures
    return greenWhen(rule, figures, bandOf(rule, a, b, c, today)) ?? []
  })
}

function short({ value, reach }: Green): Green['value'] {
  const step = reach === 'at-least' ? -1 : 1
  return typeof value === 'number' ? value + step : addDays(value, step)
}
