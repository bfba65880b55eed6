import type { AskedReturn, Facts, PrefilledRow, ReturnFact } from '@guatu/domain'
import {
  type CheckContext,
  type Evidence as CheckEvidence,
  evidenceByHash,
  UNSEEN_PROJECT,
} from '@guatu/domain/check'
import { groupBy, periodSpan, yearOf } from '@guatu/kernel'
import {
  type Evidence,
  type EvidenceUse,
  everyUse,
  evidenceOfProjects,
  type PassedBefore,
  passedBefore,
  type ScopedTx,
} from '@guatu/store'

/** What is known of a return's projects beside their figures. */
export interface Beside {
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
  readonly uses: readonly EvidenceUse[]
  readonly passed: ReadonlyMap<string, readonly PassedBefore[]>
}

export async function readBeside(tx: ScopedTx, asked: AskedReturn): Promise<Beside> {
  const projects = asked.rows.map(row => row.project)
  const evidence = await evidenceOfProjects(tx, projects)
  const uses = await everyUse(
    tx,
    evidence.map(one => one.sha256),
  )
  const passed = await passedBefore(tx, asked.unit, yearOf(periodSpan(asked.period).end))
  return {
    evidence: groupBy(evidence, one => one.project),
    uses,
    passed: groupBy(
      passed.filter(one => one.period !== asked.period),
      one => one.project,
    ),
  }
}

/** What the checks compare each row with; the same facts go to the page, which checks as one types. */
export function contextsOf(
  facts: Facts,
  rows: readonly PrefilledRow[],
  asked: AskedReturn,
  { evidence, uses, passed }: Beside,
  asOf: string,
): ReadonlyMap<string, CheckContext> {
  const projects = new Map(facts.projects.map(one => [one.id, one]))
  const returns = groupBy(facts.returns, one => one.project)
  const othersEvidence = evidenceByHash(
    uses.map(use => checkEvidence({ ...use, project: use.project ?? UNSEEN_PROJECT })),
  )
  return new Map(
    rows.map(({ project, plan }) => {
      const history = pastReturns(returns.get(project) ?? [], asked)
      const known = projects.get(project)
      const membership = facts.memberships.find(one => one.project === project && one.list === plan?.list)
      return [
        project,
        {
          asOf,
          history,
          ...(known?.totalInvest !== undefined && { totalInvest: known.totalInvest }),
          ...(plan?.annual != null && { annualPlan: plan.annual }),
          ...(membership?.monthPlans && { monthPlans: membership.monthPlans }),
          ...startOf(history),
          evidence: (evidence.get(project) ?? []).map(checkEvidence),
          othersEvidence,
          passed: passed.get(project) ?? [],
        },
      ]
    }),
  )
}

const checkEvidence = ({ sha256, project, period }: Pick<Evidence, 'sha256' | 'project' | 'period'>) =>
  ({ sha256, project, period, kind: 'photo' }) satisfies CheckEvidence

/** Ended before the return's own period begins to its end; weeks inside a month come before the month. */
function pastReturns(returns: readonly ReturnFact[], { period }: AskedReturn) {
  const { end } = periodSpan(period)
  return returns
    .filter(one => periodSpan(one.period).end < end)
    .sort((a, b) => (periodSpan(a.period).end < periodSpan(b.period).end ? -1 : 1))
    .map(one => ({ period: one.period, figures: one.figures }))
}

function startOf(history: CheckContext['history']): { startedOn?: string } {
  const told = history.findLast(one => typeof one.figures['started-on'] === 'string')
  return told ? { startedOn: String(told.figures['started-on']) } : {}
}
