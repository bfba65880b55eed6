import type { ReturnSheet } from '@guatu/contract'
import { CATALOGUE, type CheckContext, checkRow } from '@guatu/domain/check'
import type { FilledRow, Finding } from '../grid/findings.ts'
import { isEmpty } from './work.ts'

/** The checks of a return's rows as they would stand; the server asks the same ones again. Rows not begun are left alone. */
export function checkOf(sheet: ReturnSheet): (rows: readonly FilledRow[]) => readonly Finding[] {
  const { period } = sheet.return
  const known = new Map(sheet.rows.map(row => [row.project, { row, context: contextOf(row, sheet) }]))
  return rows =>
    rows.flatMap(filled => {
      const one = known.get(filled.project)
      if (!one) return []
      const { project } = filled
      const found = isEmpty(one.row, filled)
        ? []
        : checkRow({ project, period, figures: filled.figures }, one.context)
      return [...found.map(finding => ({ ...finding, project })), ...photosUsedElsewhere(one.row)]
    })
}

function contextOf(row: ReturnSheet['rows'][number], sheet: ReturnSheet): CheckContext {
  const { totalInvest, annualPlan, history } = row.known
  return {
    asOf: sheet.bar.today,
    history,
    totalInvest: totalInvest ?? undefined,
    annualPlan: annualPlan ?? undefined,
    evidence: row.evidence.map(({ sha256 }) => ({
      sha256,
      project: row.project,
      period: sheet.return.period,
      kind: 'photo',
    })),
    thresholds: sheet.thresholds,
  }
}

const USED_ELSEWHERE = CATALOGUE.find(({ id }) => id === 'photo.other-project')

/** Where else a photo is used only the server knows. */
function photosUsedElsewhere({ project, evidence }: ReturnSheet['rows'][number]): readonly Finding[] {
  if (!USED_ELSEWHERE || !evidence.some(photo => photo.usedElsewhere)) return []
  const { id, severity, summary } = USED_ELSEWHERE
  return [{ check: id, severity, project, message: summary, needsReason: true }]
}
