import { dayNumber } from '@guatu/kernel'

/** The two rules of the plan, as one would write them into a program by hand. */
export interface PlainLight {
  readonly list: string
  readonly dimension: string
  readonly colour: string
  readonly rule: string
}

export const SEVERITY: Readonly<Record<string, number>> = { none: 0, green: 0, yellow: 2, red: 3 }
const START_RED_DAYS = 30

export function lightsOf(
  list: string,
  { invested, planToDate }: { invested: number | null; planToDate: number },
  { startedOn, plannedStart }: { startedOn: string | null; plannedStart: string },
  asOf: string,
): PlainLight[] {
  return [
    { list, dimension: 'progress', colour: progress(invested, planToDate), rule: 'progress' },
    { list, dimension: 'planned-start', colour: start(startedOn, plannedStart, asOf), rule: 'planned-start' },
  ]
}

function progress(invested: number | null, planToDate: number): string {
  if (invested === null || planToDate === 0) return 'none'
  if (BigInt(invested) * 100n < BigInt(planToDate) * 65n) return 'red'
  return BigInt(invested) * 100n < BigInt(planToDate) * 85n ? 'yellow' : 'green'
}

function start(startedOn: string | null, plannedStart: string, asOf: string): string {
  if (startedOn !== null && startedOn <= asOf) return 'green'
  const late = dayNumber(asOf) - dayNumber(plannedStart)
  if (late <= 0) return 'none'
  return late <= START_RED_DAYS ? 'yellow' : 'red'
}

/** A light that says something beats ○; then severity, then the order of rules. */
export function worst(lights: readonly PlainLight[]): PlainLight | undefined {
  let found: PlainLight | undefined
  for (const light of lights) {
    if (light.colour === 'none') continue
    if (!found || (SEVERITY[light.colour] ?? 0) > (SEVERITY[found.colour] ?? 0)) found = light
  }
  return found
}
