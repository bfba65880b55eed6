import { compareRates, parseRate, percentText } from '@guatu/kernel'
import type { Curve, ListItem } from '../language/list.ts'
import type { Scheme } from '../language/scheme.ts'
import { ofMoney } from '../lint/statements.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { amountOf } from './statements.ts'
import { amountWords } from './words.ts'

/** How a list's year is spread: half of it by June, and no investment before the first start. */
export function curves(scheme: Scheme, report: PlanReport): void {
  for (const list of scheme.lists) {
    const half = byJune(list.curve)
    const of = [
      ...parties(scheme, 'lists', [list.id]),
      ...parties(
        scheme,
        'targets',
        scheme.targets.filter(one => one.quarters && one.scope.list === list.id).map(one => one.id),
      ),
    ]
    if (half && compareRates(half, { n: 1, d: 2 }) < 0) {
      const text = `${percentText(half)}%`
      report(
        'curve.half-year',
        of,
        `${list.name}按计划到6月底只完成全年的${text}，过不了半`,
        `${list.nameEn}: by the end of June its plan reaches ${text} of the year, short of half`,
      )
    }
    early(scheme, list, report)
  }
}

/** The share of the year up to the end of June; undefined where months are even, which is just half, or June is not said. */
function byJune(curve: Curve) {
  if (curve.kind === 'cumulative') return parseRate(curve.months['6'] ?? '')
  if (!('weights' in curve)) return undefined
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0)
  const d = sum(curve.weights)
  return d > 0 ? { n: sum(curve.weights.slice(0, curve.weights.length / 2)), d } : undefined
}

function early(scheme: Scheme, list: ListItem, report: PlanReport): void {
  const fresh = list.states.filter(one => one.where.nature?.length === 1 && one.where.nature[0] === 'new')
  const starts = fresh.filter(one => one.of === 'planned-starts' && one.quarter && amountOf(one) > 0)
  if (starts.length === 0) return
  const first = Math.min(...starts.map(one => one.quarter ?? 4))
  const invested = fresh.filter(
    one => ofMoney(one) && one.quarter && one.quarter < first && amountOf(one) > 0,
  )
  if (invested.length === 0) return
  const sum = amountWords(
    scheme,
    invested.reduce((total, one) => total + amountOf(one), 0),
  )
  report(
    'invest.before-start',
    parties(scheme, 'lists', [list.id]),
    `${list.name}的新建项目第${first}季度才开工，此前已计划投资${sum}`,
    `${list.nameEn}: the first new project starts in quarter ${first}, ${sum} are planned before`,
  )
}
