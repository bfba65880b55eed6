import type { Response, routes } from '@guatu/contract'
import type { Unlock } from '@guatu/store'

/** `names` by person. */
export function unlockView(
  { seq, reason, unlockedBy, unlockedAt, endsAt, open, ended }: Unlock,
  names: ReadonlyMap<string, string>,
): Response<typeof routes.unlockPeriod>['unlock'] {
  const nameOf = (person: string) => names.get(person) ?? person
  return {
    seq,
    reason,
    by: nameOf(unlockedBy),
    from: unlockedAt,
    until: endsAt,
    open,
    ended: ended && { by: nameOf(ended.by), at: ended.at },
  }
}
