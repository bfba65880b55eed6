import type { Cadence } from '../language/cadence.ts'
import type { Scheme } from '../language/scheme.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'

type Rhythm = 'week' | 'ten-days' | 'half-month'
const NAMES: Readonly<Record<Rhythm, readonly [string, string]>> = {
  week: ['周', 'weeks'],
  'ten-days': ['旬', 'ten days'],
  'half-month': ['半月', 'half months'],
}
const isRhythm = (every: Cadence['every']): every is Rhythm => every in NAMES

/** Weeks, ten days and half months never end together: whoever must keep two of them collects everything twice. */
export function rhythms(scheme: Scheme, report: PlanReport): void {
  const short = scheme.cadences.filter(one => isRhythm(one.every) && one.covers.length > 0)
  const mixed = short.filter(one => short.some(other => other.every !== one.every && meet(one, other)))
  if (mixed.length === 0) return
  const kinds = [...new Set(mixed.map(one => one.every))].filter(isRhythm).map(one => NAMES[one])
  const paired = mixed.some(one => one.everyOther !== undefined)
  report(
    'cadence.rhythms',
    parties(
      scheme,
      'cadences',
      mixed.map(one => one.id),
    ),
    `同时按${[...kinds.map(([zh]) => zh), ...(paired ? ['每两周'] : [])].join('、')}推进，周期对不齐`,
    `${[...kinds.map(([, en]) => en), ...(paired ? ['every two weeks'] : [])].join(', ')} stand side by side and never end together`,
  )
}

const meet = ({ lists: a }: Cadence, { lists: b }: Cadence) =>
  a.length === 0 || b.length === 0 || a.some(list => b.includes(list))
