import type { EntryView } from '@guatu/contract'
import type { TrailEntry } from '@guatu/store'

/** An entry of the ledger as people read it. */
export function entryView(entry: TrailEntry): EntryView {
  const { origin } = entry
  return {
    seq: entry.seq,
    period: entry.period,
    figures: { ...entry.figures },
    reason: entry.reason,
    via: origin.via,
    file: origin.file,
    fileName: entry.fileName,
    sheet: origin.sheet,
    row: origin.row,
    computed: [...(origin.computed ?? [])],
    summed: [...(origin.summed ?? [])],
    enteredBy: entry.enteredByName ?? entry.enteredBy,
    recordedAt: entry.recordedAt,
    hash: entry.hash,
  }
}
