import type { ReturnSheet } from '@guatu/contract'
import { type CheckContext, checkRow, evidenceByHash, UNSEEN_PROJECT } from '@guatu/domain/check'
import type { FilledRow, Finding } from '../grid/findings.ts'
import { isEmpty } from './work.ts'

/** The checks of a return's rows as they would stand; the server asks the same ones again. Rows not begun are left alone. */
export function checkOf(sheet: ReturnSheet): (rows: readonly FilledRow[]) => readonly Finding[] {
  const { period } = sheet.return
  const others = evidenceByHash(
    sheet.rows.flatMap(row =>
      row.evidence.flatMap(({ sha256, usedElsewhere }) =>
        usedElsewhere.map(use => ({
          sha256,
          project: use.project ?? UNSEEN_PROJECT,
          period: use.period,
          kind: 'photo' as const,
        })),
      ),
    ),
  )
  const known = new Map(
    sheet.rows.map(row => [
      row.project,
      { row, context: { ...contextOf(row, sheet), othersEvidence: others } },
    ]),
  )
  return rows =>
    rows.flatMap(filled => {
      const one = known.get(filled.project)
      if (!one || isEmpty(one.row, filled)) return []
      const { project, figures } = filled
      return checkRow({ project, period, figures }, one.context).map(finding => ({ ...finding, project }))
    })
}

function contextOf(row: ReturnSheet['rows'][number], sheet: ReturnSheet): CheckContext {
  const { totalInvest, annualPlan, monthPlans, startedOn, history } = row.known
  return {
    asOf: sheet.bar.today,
    history,
    totalInvest: totalInvest ?? undefined,
    annualPlan: annualPlan ?? undefined,
    monthPlans: monthPlans ?? undefined,
    startedOn: startedOn ?? undefined,
    evidence: row.evidence.map(({ sha256, period }) => ({
      sha256,
      project: row.project,
      period,
      kind: 'photo',
    })),
    passed: row.passedBefore,
    thresholds: sheet.thresholds,
  }
}
