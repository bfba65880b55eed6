import { compareRates, parseRate, type Rate } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import { dueDay } from './due.ts'
import type { Report } from './report.ts'

type Path = readonly PropertyKey[]
interface Goal {
  readonly share: string
  readonly due: string
}

const WHOLE: Rate = { n: 1, d: 1 }

/** Shares of a whole by their days: none above 100 %, one for each day, a later one not below an earlier one. */
export function goals(
  scheme: Scheme,
  item: { readonly id: string; readonly reading?: string },
  of: readonly Goal[],
  path: Path,
  report: Report,
): void {
  const read = of.map(({ share, due }, index) => ({ share, due, index, rate: parseRate(share) }))
  for (const { share, due, index, rate } of read) {
    const at = [...path, 'goals', index]
    dueDay(scheme, due, item, [...at, 'due'], report)
    if (rate && compareRates(rate, WHOLE) > 0) report(at, 'goal.rate', `${share} is more than there is`)
    if (rate && rate.n < 0) report(at, 'goal.rate', `${share} is less than nothing`)
    if (of.findIndex(one => one.due === due) < index)
      report(at, 'goal.repeated', `${item.id} has two goals by ${due}`)
    const order = orderOf(due)
    const higher = read.find(
      one =>
        order !== undefined &&
        (orderOf(one.due) ?? '~') < order &&
        one.rate &&
        rate &&
        compareRates(one.rate, rate) > 0,
    )
    if (higher) report(at, 'goal.order', `${share} by ${due}, though ${higher.share} by ${higher.due}`)
  }
}

/** Days of each plan year by their order; others stand alone. */
function orderOf(due: string): string | undefined {
  if (due === 'year-end') return '12-31'
  return /^\d{2}-\d{2}$/.test(due) ? due : undefined
}
