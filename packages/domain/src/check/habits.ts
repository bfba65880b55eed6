import { compareText, groupBy } from '@guatu/kernel'
import type { Passed } from './model.ts'

/** How one reporter passes warnings. */
export interface ReasonHabit {
  readonly reporter: string
  readonly passed: number
  /** Most often passed first. */
  readonly checks: readonly { readonly check: string; readonly count: number }[]
  /** Reasons given in the same words for more than one project or period, most often first. */
  readonly repeated: readonly RepeatedReason[]
}

export interface RepeatedReason {
  /** As first written. */
  readonly reason: string
  readonly count: number
  readonly checks: readonly string[]
  readonly projects: number
  readonly periods: number
}

/** Spaces, punctuation and width do not make another reason. */
const words = (reason: string) =>
  reason
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase()

const distinct = <T>(items: readonly T[]) => [...new Set(items)]

function repeatedReasons(passed: readonly Passed[]): RepeatedReason[] {
  return [...groupBy(passed, one => words(one.reason)).values()]
    .filter(same => distinct(same.map(one => `${one.project} ${one.period}`)).length > 1)
    .map(same => ({
      reason: same[0]?.reason ?? '',
      count: same.length,
      checks: distinct(same.map(one => one.check)).sort(compareText),
      projects: distinct(same.map(one => one.project)).length,
      periods: distinct(same.map(one => one.period)).length,
    }))
    .sort((a, b) => b.count - a.count || compareText(a.reason, b.reason))
}

/** By reporter, those who passed most first. */
export function reasonHabits(passed: readonly Passed[]): ReasonHabit[] {
  return [...groupBy(passed, one => one.reporter)]
    .map(([reporter, own]) => ({
      reporter,
      passed: own.length,
      checks: [...groupBy(own, one => one.check)]
        .map(([check, all]) => ({ check, count: all.length }))
        .sort((a, b) => b.count - a.count || compareText(a.check, b.check)),
      repeated: repeatedReasons(own),
    }))
    .sort((a, b) => b.passed - a.passed || compareText(a.reporter, b.reporter))
}
