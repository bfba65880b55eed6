import type { AskedReturn, PrefilledRow, ReturnFinding, RowFigures } from '@guatu/domain'
import { type CheckContext, checkRows, type Finding } from '@guatu/domain/check'
import type { Session } from '../session/session.ts'
import type { Known } from './known.ts'
import { contextsOf } from './rows.ts'
import type { OpenReturn } from './sheet.ts'
import { thresholdsOf } from './thresholds.ts'

/** What the ledger holds of the period itself. */
export const standingOf = (rows: readonly PrefilledRow[]): RowFigures[] =>
  rows.map(({ project, cells }) => ({
    project,
    figures: Object.fromEntries(cells.flatMap(({ field, now }) => (now ? [[field, now.value]] : []))),
  }))

/** Of the rows as they will stand: figures sent over those that are in force for the period. */
export function findingsOf(
  known: Known,
  opened: OpenReturn,
  asked: AskedReturn,
  rows: readonly RowFigures[],
  { person }: Session,
): Finding[] {
  const thresholds = thresholdsOf(opened.facts)
  const contexts = new Map<string, CheckContext>()
  for (const [project, context] of contextsOf(opened.facts, opened.rows, asked, opened.beside, known.today))
    contexts.set(project, { ...context, thresholds })
  const sent = new Map(rows.map(row => [row.project, row.figures]))
  const standing = standingOf(opened.rows).map(({ project, figures }) => ({
    project,
    period: asked.period,
    reporter: person,
    figures: { ...figures, ...sent.get(project) },
  }))
  return checkRows(standing, contexts)
}

/** Errors, and warnings that nobody has explained this year. */
export const stoppingOf = (findings: readonly Finding[]): (ReturnFinding & Pick<Finding, 'message'>)[] =>
  findings.flatMap(one =>
    one.project !== undefined && (one.severity === 'error' || (one.severity === 'warning' && one.needsReason))
      ? [
          {
            check: one.check,
            severity: one.severity,
            project: one.project,
            ...(one.field && { field: one.field }),
            message: one.message,
          },
        ]
      : [],
  )
