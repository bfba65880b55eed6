import { compareRates } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import { type Ask, asksOf } from './asks.ts'
import { pairs } from './metric.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { valueWords } from './words.ts'

/** One value asked of two spans or scopes, and two values asked of lists that may hold the same projects. */
export function scopes(scheme: Scheme, report: PlanReport): void {
  const asks = asksOf(scheme)
  const kin = new Set(
    scheme.indicators.flatMap(one =>
      one.origin === 'reported' && one.variantOf ? [one.id, one.variantOf] : [],
    ),
  )
  for (const [first, second] of pairs(asks.filter(ask => kin.has(ask.indicators[0]?.id ?? '')))) {
    const same = first.type === second.type && compareRates(first.value, second.value) === 0
    if (!same || first.name !== second.name || !variants(first, second)) continue
    const value = valueWords(scheme, first.value, first.type)
    report(
      'metric.two-scopes',
      parties(scheme, 'targets', [first.target.id, second.target.id]),
      `同一个${value}，一处说“${first.target.name}”，一处说“${second.target.name}”`,
      `the same ${value} stands for "${first.target.nameEn}" and for "${second.target.nameEn}"`,
    )
  }
  overlapping(scheme, asks, report)
  moving(scheme, asks, report)
}

function variants(first: Ask, second: Ask): boolean {
  const [a] = first.indicators
  const [b] = second.indicators
  const of = (ask: typeof a) => (ask?.origin === 'reported' ? ask.variantOf : undefined)
  return a !== undefined && b !== undefined && (of(a) === b.id || of(b) === a.id)
}

/** Whether a project may be on both lists. */
function overlap({ lists }: Scheme, a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false
  const of = (id: string) => lists.find(list => list.id === id)?.overlaps ?? []
  return of(a).includes(b) || of(b).includes(a)
}

const measures = (ask: Ask) => ask.indicators.map(one => one.id).join('|')
const absolute = (ask: Ask) => ask.type === 'rate' && !ask.target.base

/** Rates only: amounts of two lists differ because the lists do. */
function overlapping(scheme: Scheme, asks: readonly Ask[], report: PlanReport): void {
  const rates = asks.filter(absolute)
  for (const first of rates) {
    const others = rates.filter(
      (second, at) =>
        at > rates.indexOf(first) &&
        measures(first) === measures(second) &&
        first.due === second.due &&
        overlap(scheme, first.target.scope.list, second.target.scope.list) &&
        compareRates(first.value, second.value) !== 0,
    )
    if (others.length === 0) continue
    const said = [first, ...others].map(
      ask => [ask.target.name, ask.target.nameEn, valueWords(scheme, ask.value, ask.type)] as const,
    )
    report(
      'overlap.two-values',
      parties(
        scheme,
        'targets',
        [first, ...others].map(ask => ask.target.id),
      ),
      `项目可能同时在这些清单上，要求不同：${said.map(([zh, , value]) => `${zh}${value}`).join('，')}`,
      `a project may be on these lists at once, which ask for different values: ${said.map(([, en, value]) => `${en} ${value}`).join('; ')}`,
    )
  }
}

/** The same rate as a fixed value here, as a figure that others set there. */
function moving(scheme: Scheme, asks: readonly Ask[], report: PlanReport): void {
  for (const ask of asks) {
    const of = ask.target.base?.of
    if (!of || !('reported' in of) || of.year !== 'same') continue
    const fixed = asks.filter(
      one =>
        absolute(one) &&
        measures(one) === measures(ask) &&
        (one.target.scope.list === ask.target.scope.list ||
          overlap(scheme, one.target.scope.list, ask.target.scope.list)),
    )
    if (fixed.length === 0) continue
    const values = fixed.map(one => valueWords(scheme, one.value, one.type))
    report(
      'metric.fixed-and-moving',
      parties(scheme, 'targets', [ask.target.id, ...fixed.map(one => one.target.id)]),
      `同一个率，一处定为${values.join('、')}，一处随外部数变动（${ask.target.name}）`,
      `the same rate is fixed at ${values.join(', ')} and moves with a figure of others (${ask.target.nameEn})`,
    )
  }
}
