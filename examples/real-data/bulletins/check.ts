import { spreadYear } from '@guatu/domain'
import { type Rate, subtractRates } from '@guatu/kernel'
import {
  amount,
  aroundRate,
  decimalsOf,
  type Interval,
  meet,
  printedRate,
  rounded,
  truncated,
} from './printed.ts'
import type { BulletinRow } from './row.ts'

export const KINDS = ['completion', 'gap', 'start'] as const
/** 完成率, 与序时差, 开工率. */
export type Kind = (typeof KINDS)[number]

export const VERDICTS = ['agrees', 'truncated', 'within-inputs', 'differs', 'not-checkable'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One published figure against what its own row gives. */
export interface Check {
  readonly row: BulletinRow
  readonly kind: Kind
  readonly printed: string
  /** Absent: the row does not print what it takes. */
  readonly exact?: Rate
  /** Where the true value may lie, the row's own inputs being rounded. */
  readonly inputs?: Interval
  readonly verdict: Verdict
}

/** Every published rate, gap and start rate of the row, in the order of `KINDS`. */
export function checkRow(row: BulletinRow): Check[] {
  return [
    ...published(row, 'completion', row.rate, completion(row)),
    ...published(row, 'gap', row.gap, gap(row, shareOfYear(row.toMonth))),
    ...published(row, 'start', row.startRate, starts(row, row.plannedStarts || row.projects)),
  ]
}

interface Value {
  readonly exact: Rate
  readonly inputs?: Interval
}

function published(row: BulletinRow, kind: Kind, printed: string, value: Value | undefined): Check[] {
  if (printed === '') return []
  return [{ row, kind, printed, ...value, verdict: judge(printed, value) }]
}

/** Rounded half up first, then cut off, then whether the printed inputs leave room for it. */
export function judge(printed: string, value: Value | undefined): Verdict {
  if (!value) return 'not-checkable'
  const decimals = decimalsOf(printed)
  const wanted = rounded(printedRate(printed), decimals)
  if (rounded(value.exact, decimals) === wanted) return 'agrees'
  if (truncated(value.exact, decimals) === wanted) return 'truncated'
  return value.inputs && meet(value.inputs, aroundRate(printed)) ? 'within-inputs' : 'differs'
}

/** Done over plan. */
function completion({ done, plan }: BulletinRow): Value | undefined {
  if (done === '' || plan === '') return undefined
  const of = amount(done)
  const to = amount(plan)
  return {
    exact: { n: of.minor, d: to.minor },
    inputs: {
      low: { n: of.minor - of.half, d: to.minor + to.half },
      high: { n: of.minor + of.half, d: to.minor - to.half },
    },
  }
}

const YEAR = 2400

/** The share of a year's plan due by the end of a month when it is spread evenly, as the product spreads it. */
export function shareOfYear(toMonth: string): Rate | undefined {
  if (toMonth === '') return undefined
  const months = spreadYear(YEAR, { kind: 'linear' })
  const whole = Math.floor(Number(toMonth))
  const part = (months[whole] ?? 0) * (Number(toMonth) - whole)
  return { n: months.slice(0, whole).reduce((sum, month) => sum + month, part), d: YEAR }
}

/** Rate less share in points: from the row's amounts, else from its printed rate. */
export function gap(row: BulletinRow, share: Rate | undefined): Value | undefined {
  const printed = row.rate === '' ? undefined : { exact: printedRate(row.rate), inputs: aroundRate(row.rate) }
  const rate = completion(row) ?? printed
  if (!rate?.inputs || !share) return undefined
  return {
    exact: less(rate.exact, share),
    inputs: { low: less(rate.inputs.low, share), high: less(rate.inputs.high, share) },
  }
}

const less = (a: Rate, b: Rate): Rate => subtractRates(a, b) ?? { n: 0, d: 1 }

/** Started over those planned to start, or over the list where the row says only how many that holds. */
export const starts = ({ started }: BulletinRow, base: string): Value | undefined =>
  started === '' || base === '' ? undefined : { exact: { n: Number(started), d: Number(base) } }
