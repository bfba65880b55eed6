import {
  COMMON_FIELDS,
  type CommonField,
  type Entry,
  type EntryOrigin,
  type FieldId,
  type FieldValue,
} from '@guatu/domain'
import { isDay, periodSpan } from '@guatu/kernel'
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

/** Throws on a value that its column cannot keep as it is: a bug above. */
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
    origin: entry.origin,
    reported_by: entry.reportedBy ?? null,
    corrects: entry.correction?.period ?? null,
    proposed_by: entry.correction?.proposedBy ?? null,
  }
  for (const field of named) {
    const value = figures[field] ?? null
    requireExact(field, value)
    if (subject.kind === 'project' && isCommon(field)) {
      requireType(field, value)
      ;(row as Record<string, unknown>)[COLUMN_OF[field]] = value
    } else row.extra[field] = value
  }
  return row
}

export function factRow(fact: NewFact): Unplaced<FactRow> {
  if (!isDay(fact.effectiveFrom)) throw new TypeError(`not a day: ${fact.effectiveFrom}`)
  return {
    word: fact.word,
    subject_id: fact.subject,
    project_id: fact.project ?? null,
    effective_from: fact.effectiveFrom,
    body: fact.body as Record<string, unknown>,
    removed: fact.removed ?? false,
  }
}

function requireExact(field: FieldId, value: FieldValue | null): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`${field} is no safe integer: ${value}`)
  }
}

/** What a column would read as something else (a number as text, `2020-2-9`) would break the chain of hashes. */
function requireType(field: CommonField, value: FieldValue | null): void {
  const { type } = COMMON_FIELDS[field]
  const fits = type === 'money' ? typeof value === 'number' : typeof value === 'string'
  if (value !== null && (!fits || (type === 'day' && !isDay(String(value))))) {
    throw new TypeError(`${field} takes a ${type}, not ${JSON.stringify(value)}`)
  }
}

function figuresOf(row: EntryRow): Record<FieldId, FieldValue | null> {
  return Object.fromEntries(
    row.named.map(field => [
      field,
      row.subject_kind === 'project' && isCommon(field) ? row[COLUMN_OF[field]] : (row.extra[field] ?? null),
    ]),
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
