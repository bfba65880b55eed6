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
import { gatherPlan, type PlanReport } from './report.ts'
import { rhythms } from './rhythms.ts'
import { scopes } from './scopes.ts'
import { shares } from './shares.ts'
import { spellings } from './spellings.ts'
import { statements } from './statements.ts'
import { sums } from './sums.ts'
import { rateWords } from './terms.ts'
import { issuedText } from './text.ts'

const OF_SCHEME = [
  ...[deadlines, owners, spellings, rhythms, sums, statements, counts, rates, curves],
  ...[growths, shares, metrics, scopes, calibers, rateWords, open],
]

export { PLAN_CODES, type PlanCode } from './codes.ts'
export type { Party, PlanFinding } from './finding.ts'

/**
 * What is wrong with the plan itself, whatever its scheme makes of it: warnings, or notes where it is acknowledged.
 * `text` is the issued text, where it is at hand.
 */
export function planFindings(parsed: ParsedScheme, calendar: WorkingCalendar, text?: string): PlanFinding[] {
  const { scheme } = parsed
  const ofText = (report: PlanReport) => text !== undefined && issuedText(scheme, text, report)
  const checks = [
    ofText,
    (report: PlanReport) => publication(scheme, calendar, report),
    ...OF_SCHEME.map(check => (report: PlanReport) => check(scheme, report)),
  ]
  return gatherPlan(parsed, checks, ({ finding }) => text === undefined && finding.startsWith('text.'))
}
