import type { Body, ReturnSheet, routes } from '@guatu/contract'
import { type CheckContext, checkRows } from '@guatu/domain/check'

type Sent = Body<typeof routes.submitReturn>

/** A month's work on each row, and a reason for every warning, as the page asks for them. */
export function typed({ rows, seen, return: { period } }: ReturnSheet, asOf: string, key: string): Sent {
  const figures = rows.map(({ project, cells, known }, n) => {
    const last = (field: string) => cells[field]?.last?.value
    const done = Number(last('invest-ytd') ?? 0)
    const stage = String(last('stage') ?? 'prepare')
    const started = known.startedOn !== null || stage === 'started'
    const more = started ? Math.round((known.annualPlan ?? 0) * 0.03) + 1_234_500 + n * 100 : 0
    return {
      project,
      figures: { 'invest-ytd': done + more, stage, progress: `本月完成第${n + 1}段` },
    }
  })
  const contexts = new Map(
    rows.map(({ project, known }): [string, CheckContext] => [
      project,
      {
        asOf,
        history: known.history,
        ...(known.totalInvest !== null && { totalInvest: known.totalInvest }),
        ...(known.annualPlan !== null && { annualPlan: known.annualPlan }),
        ...(known.startedOn !== null && { startedOn: known.startedOn }),
        evidence: [],
      },
    ]),
  )
  const found = checkRows(
    figures.map(row => ({ ...row, period })),
    contexts,
  )
  const passed = found.flatMap(({ check, project, field, needsReason }) =>
    needsReason && project !== undefined
      ? [{ check, project, ...(field && { field }), reason: '按合同节点完成' }]
      : [],
  )
  return { rows: figures, passed, seen, key }
}
