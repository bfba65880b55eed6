import type { PeriodUnit } from '@guatu/contract'

export const SHOWS = ['missing', 'late', 'to-accept', 'returned', 'behalf'] as const
export type Show = (typeof SHOWS)[number]

const isShow = (value: unknown): value is Show => SHOWS.some(one => one === value)

/** `?show=late` keeps the filter in the link. */
export const readShow = (search: Record<string, unknown>): { show?: Show } => ({
  show: isShow(search.show) ? search.show : undefined,
})

export function passes(unit: PeriodUnit, show: Show | undefined): boolean {
  switch (show) {
    case 'missing':
      return unit.timely === 'missing'
    case 'late':
      return unit.timely === 'late'
    case 'to-accept':
      return unit.state === 'submitted'
    case 'returned':
      return unit.state === 'returned'
    case 'behalf':
      return unit.onBehalf !== null
    default:
      return true
  }
}

/** The one who holds the others up stands first: most days late, then what waits for the office. */
export const worstFirst = (units: readonly PeriodUnit[]) =>
  [...units].sort(
    (a, b) =>
      TIMELY[a.timely] - TIMELY[b.timely] ||
      b.daysLate - a.daysLate ||
      STATES[a.state] - STATES[b.state] ||
      (a.unitName < b.unitName ? -1 : 1),
  )

const TIMELY: Readonly<Record<PeriodUnit['timely'], number>> = {
  missing: 0,
  late: 1,
  'not-due': 2,
  'on-time': 3,
}
const STATES: Readonly<Record<PeriodUnit['state'], number>> = {
  returned: 0,
  submitted: 1,
  open: 2,
  accepted: 3,
  frozen: 4,
}
