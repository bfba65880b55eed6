import type { PeriodLine } from '@guatu/contract'

type Counts = PeriodLine['counts']
interface Part {
  readonly name: 'accepted' | 'waiting' | 'returned' | 'missing'
  readonly count: number
}

/** Every unit asked in exactly one part; `submitted` counts all that have sent something. */
export function partsOf({ asked, submitted, accepted, returned }: Counts): readonly Part[] {
  return [
    { name: 'accepted', count: accepted },
    { name: 'waiting', count: Math.max(0, submitted - accepted - returned) },
    { name: 'returned', count: returned },
    { name: 'missing', count: Math.max(0, asked - submitted) },
  ]
}

/** Units that have let the day pass; a closed period waits for nobody. */
export const overdueOf = (
  { state, due, counts }: Pick<PeriodLine, 'state' | 'due' | 'counts'>,
  today: string,
): number => (state === 'open' && due < today ? counts.missing : 0)
