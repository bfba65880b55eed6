import { compareRates } from '@guatu/kernel'
import { locatorsOf } from '../clauses.ts'
import type { Scheme } from '../language/scheme.ts'
import { type Ask, asksOf } from './asks.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { valueWords } from './words.ts'

/** One metric under two values or deadlines, in different items. */
export function metrics(scheme: Scheme, report: PlanReport): void {
  const asks = asksOf(scheme)
  const told = new Set<string>()
  const once: PlanReport = (code, between, ...words) => {
    const key = [code, ...between.map(one => one.id)].join(' ')
    if (!told.has(key)) report(code, between, ...words)
    told.add(key)
  }
  const alike = groups(asks.filter(ask => comparable(ask, asks)))
  for (const [first, second] of alike.flatMap(pairs)) {
    if (!first.due || !second.due) continue
    const [early, late] = first.due <= second.due ? [first, second] : [second, first]
    const between = parties(scheme, 'targets', [early.target.id, late.target.id])
    const order = compareRates(early.value, late.value)
    const low = valueWords(scheme, early.value, early.type)
    const high = valueWords(scheme, late.value, late.type)
    if (early.due === late.due) {
      if (order !== 0 && isStriven(early) === isStriven(late))
        once(
          'metric.two-values',
          between,
          `同一指标到${early.due}有两个值：${low}和${high}`,
          `the same metric has two values by ${early.due}: ${low} and ${high}`,
        )
    } else if (order === 0 && !strivenEarlier(early, late)) {
      once(
        'metric.two-deadlines',
        between,
        `同一指标的${low}有两个期限：${early.due}和${late.due}`,
        `${low} of the same metric has two limits: ${early.due} and ${late.due}`,
      )
    } else if (order > 0 && !(strivenEarlier(early, late) && sameClause(early, late))) {
      once(
        'metric.falls-back',
        between,
        `同一指标到${early.due}要${low}，到${late.due}反而只要${high}`,
        `the same metric must reach ${low} by ${early.due} and only ${high} by ${late.due}`,
      )
    }
  }
}

/** Amounts of a quarter stand by themselves: a later one may well be smaller. A rate counts where it first stands. */
function comparable(ask: Ask, asks: readonly Ask[]): boolean {
  if (ask.end !== 'quarter') return true
  const quarters = asks.filter(one => one.target.id === ask.target.id && one.end === 'quarter')
  const before = quarters[quarters.indexOf(ask) - 1]
  return ask.type === 'rate' && (!before || compareRates(before.value, ask.value) !== 0)
}

const isStriven = (ask: Ask) => ask.end === 'stretch'

/** 力争 before 确保: one is striven for sooner than it must be, which is what striving means. */
const strivenEarlier = (early: Ask, late: Ask) => isStriven(early) && !isStriven(late)

function sameClause(a: Ask, b: Ask): boolean {
  const of = ({ target }: Ask) => locatorsOf(target.clause ?? '')
  return of(a).some(locator => of(b).includes(locator))
}

/** Asks by their metric. */
function groups(asks: readonly Ask[]): Ask[][] {
  const of = new Map<string, Ask[]>()
  for (const ask of asks) {
    const same = of.get(ask.metric)
    if (same) same.push(ask)
    else of.set(ask.metric, [ask])
  }
  return [...of.values()]
}

/** Pairs of asks of different targets, in the order of the file. */
export const pairs = (asks: readonly Ask[]): [Ask, Ask][] =>
  asks.flatMap((first, at) =>
    asks
      .slice(at + 1)
      .filter(second => second.target.id !== first.target.id)
      .map((second): [Ask, Ask] => [first, second]),
  )
