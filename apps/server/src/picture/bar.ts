import type { Bar } from '@guatu/contract'
import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Session } from '../session/session.ts'

export interface Shown {
  readonly scheme: Scheme
  readonly asOf: Day
  readonly knownAt: number | undefined
  readonly today: Day
  readonly seq: number
  readonly synthetic: boolean
}

/** What stands above every page of figures. */
export const barOf = (
  { jurisdiction, scope, post }: Session,
  { scheme, asOf, knownAt, today, seq, synthetic }: Shown,
): Bar => ({
  jurisdiction: jurisdiction.id,
  jurisdictionName: jurisdiction.name,
  scheme: scheme.scheme,
  schemeName: scheme.name,
  schemeNameEn: scheme.nameEn,
  asOf,
  today,
  seq,
  live: asOf === today && knownAt === undefined,
  scopeName: scope.reads === 'all' ? jurisdiction.name : post.unitName,
  synthetic,
})
