import { compareText, periodSpan, yearOf } from '@guatu/kernel'
import type { ProjectFact, ReturnFact } from '../facts/index.ts'
import { isStarted } from '../project/index.ts'
import type { RowReturn } from './figures.ts'
import type { ImportFinding } from './row.ts'

/**
 * What a careful clerk would ask about a return: warnings, since each has honest reasons (a cut in the plan, an
 * approved rise of the total). From the statistics rules that year to date ≤ total and cumulative figures never fall.
 */
export function checkReturn(
  row: number,
  given: RowReturn,
  project: Pick<ProjectFact, 'totalInvest'>,
  returns: readonly ReturnFact[],
): ImportFinding[] {
  const findings: ImportFinding[] = []
  const warn = (code: ImportFinding['code'], field: string) =>
    findings.push({ code, level: 'warning', row, field, params: { period: given.period } })
  const invested = given.figures['invest-ytd']
  for (const field of ['invest-ytd', 'invest-total', 'paid-ytd', 'stat-ytd']) {
    const value = given.figures[field]
    if (typeof value === 'number' && value < 0) warn('figure.negative', field)
  }
  if (typeof invested !== 'number') return findings
  if (project.totalInvest !== undefined && invested > project.totalInvest)
    warn('figure.above-total', 'invest-ytd')
  const before = earlierFigure(given, returns)
  if (before !== undefined && invested < before) warn('figure.fell', 'invest-ytd')
  const { stage } = given.figures
  if (invested > 0 && stage !== undefined && !isStarted(stage) && stage !== 'paused')
    warn('figure.before-start', 'stage')
  return findings
}

function earlierFigure(given: RowReturn, returns: readonly ReturnFact[]): number | undefined {
  const { end } = periodSpan(given.period)
  const earlier = returns
    .filter(one => periodSpan(one.period).end < end && yearOf(one.period) === yearOf(given.period))
    .filter(one => typeof one.figures['invest-ytd'] === 'number')
    .sort((a, b) => compareText(periodSpan(b.period).end, periodSpan(a.period).end))[0]
  const value = earlier?.figures['invest-ytd']
  return typeof value === 'number' ? value : undefined
}
