import { compareText } from '@guatu/kernel'
import type { Indicator } from '@guatu/scheme'
import type { ScopeKey } from '../evaluate/index.ts'
import { type Row, shareOf, stateOf } from './row.ts'
import type { StandingView } from './view.ts'

type FromProjects = Extract<Indicator, { origin: 'from-projects' }>

/** What one project adds to a figure, with the entry that says so. */
export interface Share {
  readonly project: string
  readonly name: string
  readonly numerator: number
  readonly denominator: number | null
  readonly entry: number | null
}

/** What each project adds to a figure over one scope, largest first; those that add nothing to either end are left out. */
export function sharesOf(view: StandingView, indicator: FromProjects, scope: ScopeKey): Share[] {
  const { program } = view
  const entry = entryOf(indicator)
  const n = program.counters.indexOf(`${indicator.id}.n`)
  const d = program.counters.indexOf(`${indicator.id}.d`)
  const shares: Share[] = []
  for (const row of view.rows()) {
    const added = shareOf(view.basis, row).shares.filter(one =>
      one.group.scopes.some(of => of.scope === scope),
    )
    const sum = (index: number) => added.reduce((total, one) => total + (one.amounts[index] ?? 0), 0)
    const [numerator, denominator] = [sum(n), d < 0 ? null : sum(d)]
    if (!numerator && !denominator) continue
    shares.push({ project: row.id, name: row.project.name, numerator, denominator, entry: entry(row) })
  }
  return shares.sort((a, b) => b.numerator - a.numerator || compareText(a.project, b.project))
}

/** The entry of the figure that is summed, or of the stage that is counted by. */
function entryOf(indicator: FromProjects): (row: Row) => number | null {
  const aggregate = indicator.shape === 'ratio' ? indicator.numerator : indicator.of
  if (!('sum' in aggregate)) {
    return row => (aggregate.where.stage ? (stateOf(row).latest.get('stage')?.entry ?? null) : null)
  }
  const { sum } = aggregate
  if (typeof sum === 'string') return row => stateOf(row).latest.get(sum)?.entry ?? null
  return 'first' in sum ? row => stateOf(row).first.get(sum.first)?.entry ?? null : () => null
}
