import { addMinor, compareText, type Day, type Minor } from '@guatu/kernel'
import type { PassOnRule } from '@guatu/scheme'
import type { Given, MoneyRecord } from '../record/index.ts'
import { judgeRun, type RunAnswer } from '../term/index.ts'
import { batchesOf, sumBy } from './batch.ts'

export interface PassOnAnswer {
  readonly kind: 'pass-on'
  readonly batches: readonly BatchAnswer[]
  /** Batches wholly passed on in time, of those wholly passed on or late. */
  readonly inTime: number
  readonly of: number
  readonly passed: Minor
  readonly arrived: Minor
  readonly state: 'met' | 'short' | 'open' | 'nobody'
}

export interface BatchAnswer extends RunAnswer {
  readonly batch: string
  readonly unit: string | null
  readonly arrived: Minor
  readonly passed: Minor
  /** Not passed on yet; never less than 0. */
  readonly left: Minor
}

/** Whether money was passed on within the term after it came. A batch is done when all that arrived was passed on. */
export function passOnAnswer(rule: PassOnRule, given: Given): PassOnAnswer {
  const batches = batchesOf(rule, given)
    .flatMap(one => batchAnswer(one, rule, given) ?? [])
    .sort((a, b) => compareText(a.batch, b.batch))
  const inTime = batches.filter(one => one.state === 'done').length
  const late = batches.filter(one => one.state === 'late' || one.state === 'done-late').length
  const state =
    batches.length === 0 ? 'nobody' : late > 0 ? 'short' : inTime === batches.length ? 'met' : 'open'
  const total = (of: 'passed' | 'arrived') => batches.reduce((sum, one) => addMinor(sum, one[of]), 0)
  return {
    kind: 'pass-on',
    batches,
    inTime,
    of: inTime + late,
    passed: total('passed'),
    arrived: total('arrived'),
    state,
  }
}

function batchAnswer(one: MoneyRecord, rule: PassOnRule, given: Given): BatchAnswer | undefined {
  const { asOf, calendar } = given
  const { arrived } = one
  if (!arrived || arrived.on > asOf) return undefined
  const passed = sumBy(one.passedOn, asOf)
  return {
    batch: one.id,
    unit: one.unit ?? null,
    arrived: arrived.amount,
    passed,
    left: Math.max(0, arrived.amount - passed),
    ...judgeRun({ from: arrived.on, done: wholeOn(one, arrived.amount) }, rule.within, asOf, calendar),
  }
}

/** The first day on which all that arrived had been passed on. */
function wholeOn({ passedOn }: MoneyRecord, amount: Minor): Day | undefined {
  return passedOn
    .map(one => one.on)
    .sort(compareText)
    .find(day => sumBy(passedOn, day) >= amount)
}
