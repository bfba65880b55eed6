import { type Day, dayNumber, type Rate, subtractRates } from '@guatu/kernel'
import type { Measure, Quantity } from '@guatu/scheme'
import type { Input, NoLight } from '../evaluate/result.ts'
import { quantityName } from '../quantity/index.ts'

export type Measured = { readonly value: Rate } | { readonly none: NoLight }

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

/** Measures from the named inputs alone. */
export function measure(rule: Measure, inputs: readonly Input[], asOf: Day): Measured {
  const number = (quantity: Quantity) => figureOf(inputs, quantity, 'number')
  const day = (quantity: Quantity) => figureOf(inputs, quantity, 'string')
  switch (rule.kind) {
    case 'ratio':
      return over(number(rule.of), number(rule.to), 'plan-to-date-zero')
    case 'gap': {
      const of = over(number(rule.of), number(rule.base), 'no-plan')
      const to = over(number(rule.to), number(rule.base), 'no-plan')
      if ('none' in of) return of
      if ('none' in to || number(rule.to) === 0) return { none: 'plan-to-date-zero' }
      const gap = subtractRates(of.value, to.value)
      return gap ? { value: gap } : { none: 'no-plan' }
    }
    case 'growth': {
      const of = number(rule.of)
      const from = number(rule.from)
      if (of === undefined) return { none: 'not-reported' }
      if (from === undefined || from <= 0) return { none: 'no-baseline' }
      return { value: { n: of - from, d: from } }
    }
    case 'days-late':
      return daysLate(day(rule.done), day(rule.due), asOf)
    case 'slip': {
      const of = day(rule.of)
      const from = day(rule.from)
      if (of === undefined) return { none: 'not-reported' }
      if (from === undefined) return { none: 'no-baseline' }
      return { value: { n: dayNumber(of) - dayNumber(from), d: 1 } }
    }
  }
}

function over(n: number | undefined, d: number | undefined, zero: NoLight): Measured {
  if (d === undefined) return { none: 'no-plan' }
  if (n === undefined) return { none: 'not-reported' }
  return d > 0 ? { value: { n, d } } : { none: zero }
}

function daysLate(done: Day | undefined, due: Day | undefined, asOf: Day): Measured {
  if (done !== undefined && done <= asOf) return { value: { n: 0, d: 1 } }
  if (due === undefined) return { none: 'no-plan' }
  const days = dayNumber(asOf) - dayNumber(due)
  return days <= 0 ? { none: 'not-due' } : { value: { n: days, d: 1 } }
}

function figureOf(inputs: readonly Input[], quantity: Quantity, type: 'number'): number | undefined
function figureOf(inputs: readonly Input[], quantity: Quantity, type: 'string'): string | undefined
function figureOf(inputs: readonly Input[], quantity: Quantity, type: 'number' | 'string') {
  const value = inputs.find(input => input.name === quantityName(quantity))?.value
  return typeof value === type ? value : undefined
}
