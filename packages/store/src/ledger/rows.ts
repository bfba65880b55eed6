import type { Entry, EntryOrigin, FieldId, FieldValue } from '@guatu/domain'
import { periodSpan } from '@guatu/kernel'
import type { Row } from '../scope/scope.ts'
import { COLUMN_OF, isCommon } from './columns.ts'
import type { NewEntry, NewFact } from './new.ts'

export type EntryRow = Row<'entry'>
export type FactRow = Row<'fact'>
/** What a row says before it has its place in the chain. */
export type Unplaced<R extends EntryRow | FactRow> = Omit<
  R,
  'jurisdiction_id' | 'seq' | 'batch_id' | 'entered_by' | 'recorded_at' | 'prev_hash' | 'hash'
>

/** Throws on a number that is no safe integer: a bug above. */
export function entryRow(entry: NewEntry): Unplaced<EntryRow> {
  const { subject, figures } = entry
  const named = Object.keys(figures).sort()
  const row: Unplaced<EntryRow> = {
    subject_kind: subject.kind,
    project_id: subject.kind === 'project' ? subject.project : null,
    indicator: subject.kind === 'reported' ? subject.indicator : null,
    unit_id: subject.kind === 'reported' ? subject.unit : null,
    period: entry.period,
    period_end: periodSpan(entry.period).end,
    named,
    invest_ytd: null,
    invest_total: null,
    paid_ytd: null,
    stat_ytd: null,
    stage: null,
    started_on: null,
    completed_on: null,
    progress: null,
    problem: null,
    extra: {},
    reason: entry.reason ?? null,
    origin: plain(entry.origin),
    reported_by: entry.reportedBy ?? null,
  }
  for (const field of named) {
    const value = exact(field, figures[field] ?? null)
    if (isCommon(field)) Object.assign(row, { [COLUMN_OF[field]]: value })
    else row.extra[field] = value
  }
  return row
}

export function factRow(fact: NewFact): Unplaced<FactRow> {
  return {
    word: fact.word,
    subject_id: fact.subject,
    project_id: fact.project ?? null,
    effective_from: fact.effectiveFrom,
    body: plain(fact.body),
    removed: fact.removed ?? false,
  }
}

function exact(field: FieldId, value: FieldValue | null): FieldValue | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`${field} is no safe integer: ${value}`)
  }
  return value
}

/** As it will be read back. */
const plain = (value: object) => JSON.parse(JSON.stringify(value))

export function figuresOf(row: EntryRow): Record<FieldId, FieldValue | null> {
  return Object.fromEntries(
    row.named.map(field => [field, isCommon(field) ? row[COLUMN_OF[field]] : (row.extra[field] ?? null)]),
  )
}

export function entryOf(row: EntryRow): Entry {
  return {
    seq: row.seq,
    subject: subjectOf(row),
    period: row.period,
    figures: figuresOf(row),
    ...(row.reason === null ? {} : { reason: row.reason }),
    origin: row.origin as EntryOrigin,
  }
}

function subjectOf(row: EntryRow): Entry['subject'] {
  if (row.project_id !== null) return { kind: 'project', project: row.project_id }
  return { kind: 'reported', indicator: row.indicator ?? '', unit: row.unit_id ?? '' }
}
