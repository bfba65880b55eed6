import type { ClauseTable } from '../clauses.ts'
import type { Finding } from '../finding.ts'
import type { Scheme } from '../language/scheme.ts'
import type { ParsedScheme } from '../parse.ts'
import { bases } from './bases.ts'
import { cadences } from './cadences.ts'
import { cites } from './cites.ts'
import { curves } from './curves.ts'
import { disclosures } from './disclosures.ts'
import { duties } from './duties.ts'
import { filters } from './filters.ts'
import { funds } from './funds.ts'
import { funnels } from './funnels.ts'
import { ladders } from './ladders.ts'
import { lights } from './lights.ts'
import { owed } from './owed.ts'
import { procedures } from './procedures.ts'
import { references } from './references.ts'
import { relations } from './relations.ts'
import { gather, type Report } from './report.ts'
import { scores } from './scores.ts'
import { settings } from './settings.ts'
import { statements } from './statements.ts'
import { targets } from './targets.ts'

/** All that a scheme says of itself, checked without its source text; with `clauses`, its citations too. */
export function lint(parsed: ParsedScheme, clauses?: ClauseTable): Finding[] {
  const { scheme } = parsed
  return gather(parsed, [
    report => references(scheme, report),
    report => relations(scheme, report),
    report => settings(scheme, report),
    report => lights(scheme, report),
    report => filters(scheme, report),
    report => curves(scheme, report),
    report => targets(scheme, report),
    report => bases(scheme, report),
    report => statements(scheme, report),
    report => cites(scheme, clauses, report),
    report => cadences(scheme, report),
    report => ladders(scheme, report),
    report => funnels(scheme, report),
    report => scores(scheme, report),
    report => duties(scheme, report),
    report => owed(scheme, report),
    report => procedures(scheme, report),
    report => funds(scheme, report),
    report => disclosures(scheme, report),
    report => force(scheme, report),
  ])
}

function force({ inForce }: Scheme, report: Report): void {
  if (inForce.to < inForce.from)
    report(['inForce'], 'force.order', `ends ${inForce.to}, begins ${inForce.from}`)
}
