import type { ClauseTable } from '../clauses.ts'
import type { Finding } from '../finding.ts'
import type { Scheme } from '../language/scheme.ts'
import type { ParsedScheme } from '../parse.ts'
import { cites } from './cites.ts'
import { lights } from './lights.ts'
import { references } from './references.ts'
import { gather, type Report } from './report.ts'
import { settings } from './settings.ts'
import { statements } from './statements.ts'
import { targets } from './targets.ts'

/** All that a scheme says of itself, checked without its source text; with `clauses`, its citations too. */
export function lint(parsed: ParsedScheme, clauses?: ClauseTable): Finding[] {
  const { scheme } = parsed
  return gather(parsed, [
    report => references(scheme, report),
    report => settings(scheme, report),
    report => lights(scheme, report),
    report => targets(scheme, report),
    report => statements(scheme, report),
    report => cites(scheme, clauses, report),
    report => cadences(scheme, report),
    report => force(scheme, report),
  ])
}

/** Days of the shortest period of each kind: what is due later runs into the next. */
const SHORTEST = {
  year: 365,
  half: 181,
  quarter: 90,
  month: 28,
  'half-month': 13,
  'ten-days': 8,
  week: 7,
  day: 1,
} as const

function cadences(scheme: Scheme, report: Report): void {
  scheme.cadences.forEach((cadence, index) => {
    if ((cadence.dueDays ?? 0) >= SHORTEST[cadence.every]) {
      report(
        ['cadences', index, 'dueDays'],
        'cadence.due',
        `due ${cadence.dueDays} days after each ${cadence.every}`,
      )
    }
  })
}

function force({ inForce }: Scheme, report: Report): void {
  if (inForce.to < inForce.from)
    report(['inForce'], 'force.order', `ends ${inForce.to}, begins ${inForce.from}`)
}
