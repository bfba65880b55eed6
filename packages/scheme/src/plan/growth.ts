import { type Rate, yearOf } from '@guatu/kernel'
import { readAmount } from '../language/amount.ts'
import type { Scheme } from '../language/scheme.ts'
import { choicesOf } from '../lint/settings.ts'
import { type Ask, asksOf } from './asks.ts'
import { type Fraction, fraction, power, quotient } from './fraction.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { amountWords } from './words.ts'

/** Growth and amounts that speak of one figure agree about its base. */
export function growths(scheme: Scheme, report: PlanReport): void {
  const asks = asksOf(scheme)
  for (const target of scheme.targets) disagree(scheme, asks, target.id, report)
  for (const yearly of asks.filter(ask => isYearly(scheme, ask))) {
    totals(scheme, asks, yearly, report)
    compounded(scheme, asks, yearly, report)
  }
}

/** Floor and stretch of one target: the figure of the year before that each implies, as far as it is rounded. */
function disagree(scheme: Scheme, asks: readonly Ask[], id: string, report: PlanReport): void {
  const of = (end: Ask['end'], name: string) =>
    asks.find(ask => ask.target.id === id && ask.end === end && ask.name === name && !ask.target.base)
  const [floor, stretch] = (['floor', 'stretch'] as const).map(end => {
    const growth = of(end, 'growth')
    const amount = of(end, 'amount')
    return growth && amount?.type === 'money' ? implied(growth.value, amount) : undefined
  })
  if (!floor || !stretch) return
  if (floor.low.compare(stretch.high) <= 0 && stretch.low.compare(floor.high) <= 0) return
  const scale = BigInt(scheme.currency.total.scale)
  const say = (one: Fraction) => quotient(one.n, one.d * scale, 2)
  const [low, high] = [say(floor.middle), say(stretch.middle)]
  const { unit } = scheme.currency.total
  report(
    'base.disagree',
    parties(scheme, 'targets', [id]),
    `确保倒推的上年基数是${low}${unit}，力争倒推的是${high}${unit}`,
    `the floor implies ${low}${unit} for the year before, the stretch ${high}${unit}`,
  )
}

/** amount / (1 + growth), with half a unit of the last digit printed to each side. */
function implied({ n, d }: Rate, { text, value }: Ask) {
  const [, , decimals = '', unit = ''] = /^(\d+)(?:\.(\d+))?(.*)$/.exec(text) ?? []
  const step = BigInt(readAmount(`1${unit}`) ?? 0)
  const scale = 2n * 10n ** BigInt(decimals.length)
  const amount = BigInt(value.n) * scale
  const [one, part] = [BigInt(d), BigInt(n)]
  const over = 2n * (one + part)
  if (over <= 1n) return undefined
  return {
    low: fraction((amount - step) * 2n * one, scale * (over + 1n)),
    middle: fraction(amount * 2n * one, scale * over),
    high: fraction((amount + step) * 2n * one, scale * (over - 1n)),
  }
}

function isYearly(scheme: Scheme, { target, type }: Ask): boolean {
  const { base } = target
  return type === 'rate' && base !== undefined && choicesOf(scheme, base.as).includes('yearly-growth')
}

/** Nobody plans a century; the bound keeps a slip of the pen from growing numbers without end. */
const tooFar = (years: number) => years < 0 || years > 100

const measures = (ask: Ask) => ask.indicators.map(one => one.id).join('|')
const factor = ({ value }: Ask) => fraction(BigInt(value.d + value.n), BigInt(value.d))
const baseYear = ({ target }: Ask) => {
  const of = target.base?.of
  return of && 'reported' in of && typeof of.year === 'number' ? of.year : undefined
}

/** So much more each year, and so much over all years: both hold from one base on only. */
function totals(scheme: Scheme, asks: readonly Ask[], yearly: Ask, report: PlanReport): void {
  const from = baseYear(yearly)
  const total = asks.find(
    ask => measures(ask) === measures(yearly) && ask.target.over === 'plan' && ask.type === 'money',
  )
  if (!total || from === undefined) return
  const [first, final] = [yearOf(scheme.inForce.from), yearOf(scheme.inForce.to)]
  if (first > final || tooFar(final - from) || factor(yearly).n <= 0n) return
  let sum = fraction(0n, 1n)
  for (let year = first; year <= final; year += 1) sum = sum.plus(power(factor(yearly), year - from))
  const { unit, scale } = scheme.currency.total
  const base = quotient(BigInt(total.value.n) * sum.d, sum.n * BigInt(scale), 2)
  const all = amountWords(scheme, total.value.n)
  report(
    'base.total-and-growth',
    parties(scheme, 'targets', [yearly.target.id, total.target.id]),
    `年均增长${yearly.text}与累计${all}，只有${from}年基数不低于${base}${unit}才能同时达到，原文没有基数`,
    `${yearly.text} a year and ${all} in all agree only from a base of ${base}${unit} in ${from} on, which is not stated`,
  )
}

/** So many times the base by a day, against the growth of each year up to it. */
function compounded(scheme: Scheme, asks: readonly Ask[], yearly: Ask, report: PlanReport): void {
  const from = baseYear(yearly)
  if (from === undefined) return
  for (const times of asks) {
    const same = measures(times) === measures(yearly) && baseYear(times) === from && times.due
    if (!same || times.target.base?.as !== 'ratio') continue
    const years = yearOf(times.due ?? '') - from
    if (tooFar(years)) continue
    const reached = power(factor(yearly), years)
    if (reached.compare(fraction(BigInt(times.value.n), BigInt(times.value.d))) >= 0) continue
    const text = `${quotient(reached.n * 100n, reached.d, 1)}%`
    report(
      'growth.compound',
      parties(scheme, 'targets', [yearly.target.id, times.target.id]),
      `年均增长${yearly.text}到${times.due}只有${from}年的${text}，不到${times.text}`,
      `${yearly.text} a year makes ${text} of ${from} by ${times.due}, not ${times.text}`,
    )
  }
}
