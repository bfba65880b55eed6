import type { Changes, Query, routes } from '@guatu/contract'
import { type LookMark, PUBLISHED_CALENDAR, periodBefore } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'

/** The moment that is compared with. */
export type Since = NonNullable<Changes['since']>

type Asked = Exclude<Query<typeof routes.getChanges>['since'], unknown[]> | undefined

/** Undefined: the person has not looked yet, so nothing can have changed since. */
export function sinceOf(
  asked: Asked,
  { scheme, asOf }: { readonly scheme: Scheme; readonly asOf: Day },
  mark: LookMark | undefined,
): Since | undefined {
  const none = { seq: null, period: null, at: null }
  if (asked === 'look') return mark && { ...none, ...mark.since, by: 'look' }
  if (asked === 'period') {
    const { period, end } = periodBefore(scheme, asOf, PUBLISHED_CALENDAR)
    return { ...none, by: 'period', asOf: end, period }
  }
  if (typeof asked === 'number') return { ...none, by: 'seq', asOf, seq: asked }
  return { ...none, by: 'day', asOf: String(asked) }
}
