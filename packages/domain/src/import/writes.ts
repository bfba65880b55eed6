import type { Day, Period } from '@guatu/kernel'
import type { EntryOrigin, EntrySubject } from '../entry/index.ts'
import type { FieldId, FieldValue } from '../facts/index.ts'
import { type ImportPlan, membershipKey } from './plan.ts'

/** An entry and a fact as the ledger takes them. */
export interface EntryToWrite {
  readonly subject: EntrySubject
  readonly period: Period
  readonly figures: Readonly<Record<FieldId, FieldValue | null>>
  readonly origin: EntryOrigin
  readonly reason?: string
}
export interface FactToWrite {
  readonly word: 'unit' | 'project' | 'membership' | 'post'
  readonly subject: string
  readonly project?: string
  readonly effectiveFrom: Day
  readonly body: object
  readonly removed?: boolean
}
export interface Writes {
  readonly facts: readonly FactToWrite[]
  readonly entries: readonly EntryToWrite[]
}

/** All that a plan writes, in the order of its rows; rows that are bad, skipped or undecided write nothing. */
export function importWrites(
  plan: ImportPlan,
  source: { readonly file: string; readonly sheet: string },
): Writes {
  const facts: FactToWrite[] = []
  const entries: EntryToWrite[] = []
  for (const { row, project: id, writes } of plan.rows) {
    for (const { indicator, unit, period, figures, computed } of writes?.reported ?? []) {
      const origin = { via: 'import' as const, ...source, row, computed }
      entries.push({ subject: { kind: 'reported', indicator, unit }, period, figures, origin })
    }
    if (!writes || id === null) continue
    const { effectiveFrom, project, membership } = writes
    if (project) {
      facts.push({ word: 'project', subject: id, project: id, effectiveFrom, body: project })
    }
    if (membership) {
      const subject = membershipKey(id, membership.list, membership.year)
      facts.push({ word: 'membership', subject, project: id, effectiveFrom, body: membership })
    }
    for (const { period, figures, computed, summed } of writes.returns) {
      const origin = { via: 'import' as const, ...source, row, computed, summed }
      entries.push({ subject: { kind: 'project', project: id }, period, figures, origin })
    }
  }
  const since = namedSince(facts)
  const units = plan.newUnits.flatMap((unit): FactToWrite[] => {
    const effectiveFrom = since.get(unit.id)
    return effectiveFrom ? [{ word: 'unit', subject: unit.id, effectiveFrom, body: unit }] : []
  })
  return { facts: [...units, ...facts], entries }
}

/** Unit → the first day on which a project names it: a new unit holds from then on. */
function namedSince(facts: readonly FactToWrite[]): Map<unknown, Day> {
  const since = new Map<unknown, Day>()
  for (const { body, effectiveFrom } of facts) {
    const { leadUnit, ownerUnit, townUnit } = body as Record<string, unknown>
    for (const unit of [leadUnit, ownerUnit, townUnit]) {
      const known = since.get(unit)
      if (known === undefined || effectiveFrom < known) since.set(unit, effectiveFrom)
    }
  }
  return since
}
