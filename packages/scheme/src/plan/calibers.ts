import type { Indicator } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import { indicatorsOf, readValue } from '../lint/values.ts'
import { type Ask, asksOf, last } from './asks.ts'
import { quotient } from './fraction.ts'
import { pairs } from './metric.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { totalOf } from './sums.ts'
import { amountWords } from './words.ts'

/** Figures of two calibers that look alike and must not be compared. */
export function calibers(scheme: Scheme, report: PlanReport): void {
  const asks = asksOf(scheme)
  funds(scheme, asks, report)
  totals(scheme, asks, report)
}

const measures = (ask: Ask) => ask.indicators.map(one => one.id).join('|')
const ofMoney = (one: Indicator) =>
  one.origin === 'reported' || (one.shape === 'ratio' && 'sum' in one.numerator && 'sum' in one.denominator)

/** Money done and money paid of the same funds; one rate of two years' batches. */
function funds(scheme: Scheme, asks: readonly Ask[], report: PlanReport): void {
  const rates = asks.filter(
    ask => ask.type === 'rate' && ask.target.funds && !ask.target.base && ask.indicators.every(ofMoney),
  )
  for (const [first, second] of pairs(rates)) {
    const [a, b] = [first.target.funds, second.target.funds]
    if (a?.source !== b?.source || a?.year !== b?.year || measures(first) === measures(second)) continue
    report(
      'caliber.completion-and-payment',
      parties(scheme, 'targets', [first.target.id, second.target.id]),
      `同一笔资金的${first.target.name}${first.text}与${second.target.name}${second.text}口径不同`,
      `${first.target.nameEn} ${first.text} and ${second.target.nameEn} ${second.text} of the same funds are of two calibers`,
    )
  }
  for (const source of new Set(rates.map(ask => ask.target.funds?.source ?? ''))) {
    const of = rates.filter(ask => ask.target.funds?.source === source)
    const years = [...new Set(of.map(ask => ask.target.funds?.year))].sort()
    if (years.length < 2) continue
    const said = of.map(({ target, text }) => [target.name, target.nameEn, text] as const)
    report(
      'funds.two-years',
      parties(scheme, 'targets', [...new Set(of.map(ask => ask.target.id))]),
      `同一类资金有${years.join('、')}年两个批次，要求不同：${said.map(([zh, , text]) => `${zh}${text}`).join('，')}`,
      `the same kind of funds is of the batches ${years.join(', ')} with values of their own: ${said.map(([, en, text]) => `${en} ${text}`).join('; ')}`,
    )
  }
}

/** Fields of the statistics caliber over all years, against a list of projects over the same years. */
function totals(scheme: Scheme, asks: readonly Ask[], report: PlanReport): void {
  const fields = asks.filter(
    ({ target, type, indicators }) =>
      type === 'money' &&
      target.over === 'plan' &&
      !target.partOf &&
      indicators.every(one => one.caliber === 'statistics'),
  )
  const all = sumOf(fields.map(ask => totalOf(asks, ask.target) ?? 0))
  for (const listed of scheme.targets.filter(one => one.years && one.scope.list)) {
    const years = listedTotal(scheme, listed)
    if (years === undefined || all <= years) continue
    const [field, list] = [amountWords(scheme, all), amountWords(scheme, years)]
    const times = quotient(BigInt(all), BigInt(years), 2)
    const alone = fields.filter(ask => ask.value.n > years)
    const over = alone.map(({ target, text }) => `，${target.name}${text}一项就超过`).join('')
    const overEn = alone.map(({ target, text }) => `, ${target.nameEn} ${text} alone is more`).join('')
    report(
      'caliber.total-exceeded',
      parties(scheme, 'targets', [listed.id, ...fields.map(ask => ask.target.id)]),
      `全市分领域相加${field}，是${listed.name}${list}的${times}倍${over}：一个是统计口径，一个是调度口径`,
      `the fields add up to ${field}, ${times} times the ${list} of ${listed.nameEn}${overEn}: the one is of the statistics caliber, the other of dispatch`,
    )
  }
}

const sumOf = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0)

function listedTotal(scheme: Scheme, target: Target): number | undefined {
  if (!indicatorsOf(scheme, target).every(one => one.caliber === 'dispatch')) return undefined
  return sumOf(Object.values(last(target.years) ?? {}).map(text => readValue(text, 'money')?.n ?? 0))
}
