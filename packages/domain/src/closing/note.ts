import { compareText, type Period } from '@guatu/kernel'
import type { FieldId, FieldValue } from '../facts/index.ts'
import type { CorrectionFact } from './correction.ts'

/** One corrected figure, as the next bulletin tells it (更正说明). */
export interface CorrectionLine {
  readonly correction: string
  readonly corrects: Period
  readonly unit: string
  readonly project: string
  readonly period: Period
  readonly field: FieldId
  /** null: not reported. */
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  readonly reason: string
}

export interface ApprovedCorrection {
  readonly correction: CorrectionFact
  /** Of its approval. */
  readonly seq: number
}

/** Figures corrected after the ledger's `since` (seq of the last closing; 0 for none) up to `until`, in order of approval. */
export function correctionNote(
  corrections: readonly ApprovedCorrection[],
  since: number,
  until: number,
): CorrectionLine[] {
  return corrections
    .filter(one => one.correction.state === 'approved' && one.seq > since && one.seq <= until)
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ correction }) =>
      [...correction.rows]
        .sort((a, b) => compareText(a.project, b.project) || compareText(a.period, b.period))
        .flatMap(({ project, period, figures, before }) =>
          Object.entries(figures).map(([field, after]) => ({
            correction: correction.id,
            corrects: correction.corrects,
            unit: correction.unit,
            project,
            period,
            field,
            before: before[field] ?? null,
            after,
            reason: correction.reason,
          })),
        ),
    )
}
