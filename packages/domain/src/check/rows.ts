import { ROW_CHECKS } from './catalogue.ts'
import { yearIn } from './look.ts'
import type { Check, CheckContext, CheckRow, Finding, Found } from './model.ts'
import { roundHabits } from './round.ts'

/** All findings of one row, the most telling check first; see `explains`. */
export function checkRow(row: CheckRow, context: CheckContext): Finding[] {
  const findings: Finding[] = []
  const explained: { check: string; field: string | undefined }[] = []
  for (const check of ROW_CHECKS) {
    const all = check.find(row, context)
    if (all.length === 0) continue
    for (const found of all) {
      const { field } = found
      for (const other of check.explains ?? []) explained.push({ check: other, field })
      findings.push({
        ...found,
        check: check.id,
        severity: check.severity,
        project: row.project,
        reporter: row.reporter,
        needsReason: check.severity === 'warning' && !isPassed(check, found, row, context),
      })
    }
  }
  if (explained.length === 0) return findings
  return findings.filter(
    ({ check, field }) =>
      !explained.some(one => one.check === check && (field === undefined || field === one.field)),
  )
}

/** A reason that stands for the year was given in an earlier period of it. */
const isPassed = (check: Check, { field }: Found, row: CheckRow, { passed }: CheckContext): boolean =>
  check.standing === true &&
  passed?.some(
    one =>
      one.check === check.id &&
      one.field === field &&
      one.period !== row.period &&
      yearIn(one.period) === yearIn(row.period),
  ) === true

/** What a screen shows at one cell after an edit of its row. Findings of other cells may change too: `checkRow` has them. */
export const checkCell = (row: CheckRow, context: CheckContext, field: string): Finding[] =>
  checkRow(row, context).filter(one => one.field === field)

/** A whole return: rows in their order, then what is about a reporter's rows together. Rows without a context are passed over. */
export function checkRows(rows: readonly CheckRow[], contexts: ReadonlyMap<string, CheckContext>): Finding[] {
  const findings: Finding[] = []
  for (const row of rows) {
    const context = contexts.get(row.project)
    if (context) findings.push(...checkRow(row, context))
  }
  const any = rows[0] && contexts.get(rows[0].project)
  return [...findings, ...roundHabits(rows, { thresholds: any?.thresholds })]
}
