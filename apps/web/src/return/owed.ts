import type { DueReturn, ReturnState } from '@guatu/contract'

/** The unit has to send it, for the first time or again. */
export const stillOwed = (state: ReturnState) => state === 'open' || state === 'returned'

export type Group = 'returned' | 'owed' | 'review' | 'sent'

/** What a return is to the post that asks: work sent back, work to do, work to check, or work done. */
export function groupOf({ state, may }: Pick<DueReturn, 'state' | 'may'>): Group {
  if (may.includes('pass') || may.includes('accept')) return 'review'
  if (stillOwed(state)) return state === 'returned' ? 'returned' : 'owed'
  return 'sent'
}

export function groupsOf(returns: readonly DueReturn[]): Readonly<Record<Group, readonly DueReturn[]>> {
  const sorted = [...returns].sort(
    (a, b) => compare(a.due, b.due) || compare(a.unitName, b.unitName) || compare(a.period, b.period),
  )
  const of = (group: Group) => sorted.filter(one => groupOf(one) === group)
  return { returned: of('returned'), owed: of('owed'), review: of('review'), sent: of('sent') }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
