import type { LocalMinute } from '@guatu/domain'
import { type ScopedTx, schemeVersions } from '@guatu/store'
import { schemeAt } from './scheme.ts'
import { dayIn } from './today.ts'

/** Of a jurisdiction that has no plan yet; a plan that names none has it too. */
const USUAL_TIME_ZONE = 'Asia/Shanghai'

export const timeZoneOf = async (tx: ScopedTx): Promise<string> => {
  const planned = await schemeVersions(tx, { asOf: '9999-12-31' })
  return planned.length === 0 ? USUAL_TIME_ZONE : (await schemeAt(tx, {})).scheme.timeZone
}

/** What the clock on the wall shows there. `now`: milliseconds since 1970. */
export function localIn(timeZone: string, now: number): LocalMinute {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return { day: dayIn(timeZone, now), minute: hour * 60 + minute }
}

const MINUTE = 60_000

/** Milliseconds since 1970 at which the clock on the wall shows that there. */
export function instantOf(timeZone: string, { day, minute }: LocalMinute): number {
  const asUtc = (local: LocalMinute) => Date.parse(local.day) + local.minute * MINUTE
  const wanted = asUtc({ day, minute })
  // The offset at the guess may be that of the other side of a change of clocks: once more from there.
  const first = wanted - (asUtc(localIn(timeZone, wanted)) - wanted)
  return first - (asUtc(localIn(timeZone, first)) - wanted)
}
