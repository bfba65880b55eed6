import type { ReturnSheet } from '@guatu/contract'
import { CATALOGUE, type CheckContext, type CheckRow, checkRows, type Finding } from '@guatu/domain/check'
import { inForce, type Work } from './work.ts'

export type SheetFinding = Pick<
  Finding,
  'check' | 'severity' | 'project' | 'field' | 'message' | 'needsReason'
>

/** What the checks say of all rows as they would stand; the server asks the same ones again. */
export function findingsOf(sheet: ReturnSheet, work: Work): readonly SheetFinding[] {
  const typed = new Map(work.rows.map(row => [row.project, row.figures]))
  const { period } = sheet.return
  const rows = sheet.rows
    .filter(row => !work.empty.includes(row.project))
    .map(
      (row): CheckRow => ({
        project: row.project,
        period,
        figures: { ...inForce(row), ...typed.get(row.project) },
      }),
    )
  const contexts = new Map(sheet.rows.map(row => [row.project, contextOf(row, sheet)]))
  return [...checkRows(rows, contexts), ...photosUsedElsewhere(sheet)]
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
    passed: sheet.passed.map(one => ({ ...one, period: sheet.return.period })),
    thresholds: sheet.thresholds,
  }
}

const USED_ELSEWHERE = CATALOGUE.find(({ id }) => id === 'photo.other-project')

/** Where else a photo is used only the server knows. */
const photosUsedElsewhere = (sheet: ReturnSheet): readonly SheetFinding[] =>
  sheet.rows
    .filter(row => row.evidence.some(photo => photo.usedElsewhere))
    .flatMap(({ project }) => {
      if (!USED_ELSEWHERE) return []
      const { id, severity, summary } = USED_ELSEWHERE
      return [{ check: id, severity, project, message: summary, needsReason: true }]
    })
