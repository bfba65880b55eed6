import type { Day, Period } from '@guatu/kernel'
import type { Streak } from '@guatu/scheme'
import { closedPeriods, first } from '../cadence/closed.ts'
import { NONE } from './judgement.ts'
import type { LightRule } from './rule.ts'

/** How a closed period ended, newest first. */
export interface PeriodColour {
  readonly period: Period
  readonly colour: string
}

/** Further back no streak is followed: periods that are passed over may be many. */
export const FARTHEST = 60

/** Whether a colour counts in a streak. */
export function counts({ severity }: Pick<LightRule, 'severity'>, streak: Streak, colour: string): boolean {
  if (colour === streak.colour) return true
  return streak.orWorse === true && (severity.get(colour) ?? -1) > (severity.get(streak.colour) ?? 0)
}

/**
 * The colours that decide whether a streak is reached: back to the period that ends it, or that completes it.
 * `colourAt` gives undefined where nothing was judged.
 */
export function followed(
  rule: LightRule,
  streak: Streak,
  asOf: Day,
  colourAt: (period: Period) => string | undefined,
): { readonly seen: readonly PeriodColour[]; readonly reached: boolean } {
  const seen: PeriodColour[] = []
  let counted = 0
  for (const period of first(closedPeriods(streak.every, asOf), FARTHEST)) {
    const colour = colourAt(period)
    if (colour === undefined) break
    seen.push({ colour, period })
    if (counts(rule, streak, colour)) counted += 1
    else if (!(colour === NONE && streak.skips === 'pass')) break
    if (counted === streak.periods) return { seen, reached: true }
  }
  return { seen, reached: false }
}

/** Longer streaks go before shorter ones, later ones before earlier. */
export const streaksInOrder = ({ light }: LightRule): Streak[] =>
  [...light.streak].reverse().sort((a, b) => b.periods - a.periods)
