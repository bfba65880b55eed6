import type { WorkingCalendar } from '@guatu/kernel'
import type { ParsedScheme } from '../parse.ts'
import { calibers } from './calibers.ts'
import { counts } from './counts.ts'
import { curves } from './curves.ts'
import { deadlines } from './deadlines.ts'
import type { PlanFinding } from './finding.ts'
import { growths } from './growth.ts'
import { metrics } from './metric.ts'
import { open } from './open.ts'
import { owners } from './owners.ts'
import { publication } from './publication.ts'
import { rates } from './rates.ts'
import { gatherPlan } from './report.ts'
import { rhythms } from './rhythms.ts'
import { scopes } from './scopes.ts'
import { shares } from './shares.ts'
import { spellings } from './spellings.ts'
import { statements } from './statements.ts'
import { sums } from './sums.ts'
import { rateWords } from './terms.ts'

export { PLAN_CODES, type PlanCode } from './codes.ts'
export type { Party, PlanFinding } from './finding.ts'

/** What is wrong with the plan itself, whatever its scheme makes of it: warnings, or notes where it is acknowledged. */
export function planFindings(parsed: ParsedScheme, calendar: WorkingCalendar): PlanFinding[] {
  const { scheme } = parsed
  return gatherPlan(parsed, [
    report => publication(scheme, calendar, report),
    ...[deadlines, owners, spellings, rhythms, sums, statements, counts, rates, curves].map(
      check => (report: Parameters<typeof check>[1]) => check(scheme, report),
    ),
    ...[growths, shares, metrics, scopes, calibers, rateWords, open].map(
      check => (report: Parameters<typeof check>[1]) => check(scheme, report),
    ),
  ])
}
