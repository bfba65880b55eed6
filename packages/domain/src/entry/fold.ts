import type { Period } from '@guatu/kernel'
import type { ReportedFact, ReturnFact } from '../facts/facts.ts'
import type { FieldId, FieldValue } from '../facts/fields.ts'
import type { Entry, EntrySubject } from './entry.ts'

/** The figures of one subject and period after all its entries, each with the seq of the entry that set it. */
export interface FoldedEntry {
  readonly subject: EntrySubject
  readonly period: Period
  readonly figures: Record<FieldId, FieldValue>
  readonly sources: Record<FieldId, number>
}

export const subjectKey = (subject: EntrySubject): string =>
  subject.kind === 'project' ? `p ${subject.project}` : `r ${subject.indicator} ${subject.unit}`

/** Applies one entry to what was known of its subject and period. */
export function applyEntry(known: FoldedEntry | undefined, entry: Entry): FoldedEntry {
  const figures = { ...known?.figures }
  const sources = { ...known?.sources }
  for (const [field, value] of Object.entries(entry.figures)) {
    if (value === null) {
      delete figures[field]
      delete sources[field]
    } else {
      figures[field] = value
      sources[field] = entry.seq
    }
  }
  return { subject: entry.subject, period: entry.period, figures, sources }
}

/** Folds entries, in any order, into one row per subject and period: the order that counts is `seq`. */
export function foldEntries(entries: readonly Entry[]): FoldedEntry[] {
  const folded = new Map<string, FoldedEntry>()
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const key = `${subjectKey(entry.subject)} ${entry.period}`
    folded.set(key, applyEntry(folded.get(key), entry))
  }
  return [...folded.values()]
}

/** Splits folded entries into the two kinds of facts that `evaluate` takes. */
export function toFacts(folded: readonly FoldedEntry[]): { returns: ReturnFact[]; reported: ReportedFact[] } {
  const returns: ReturnFact[] = []
  const reported: ReportedFact[] = []
  for (const { subject, period, figures, sources } of folded) {
    // All that was reported has been taken back: nothing is.
    if (Object.keys(figures).length === 0) continue
    if (subject.kind === 'project') returns.push({ project: subject.project, period, figures, sources })
    else {
      const source = Math.max(0, ...Object.values(sources))
      reported.push({ indicator: subject.indicator, unit: subject.unit, period, values: figures, source })
    }
  }
  return { returns, reported }
}
