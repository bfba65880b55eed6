import { type Entry, type FieldId, type FieldValue, foldEntries } from '@guatu/domain'

/** What an entry's figures were before it, to be written again; null where nothing was. `trail`: its subject and period. */
export function figuresBefore(trail: readonly Entry[], entry: Entry): Record<FieldId, FieldValue | null> {
  const before = foldEntries(trail.filter(one => one.seq < entry.seq))[0]?.figures ?? {}
  return Object.fromEntries(Object.keys(entry.figures).map(field => [field, before[field] ?? null]))
}

/** Later entries that name one of the same figures: they stand on it. */
export function standingOn(trail: readonly Entry[], entry: Entry): Entry[] {
  const fields = Object.keys(entry.figures)
  return trail.filter(one => one.seq > entry.seq && fields.some(field => field in one.figures))
}
