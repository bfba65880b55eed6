import { canonicalJson } from '@guatu/kernel'
import type { FieldId, FieldValue, MembershipFact, ProjectFact, ReturnFact } from '../facts/index.ts'
import type { RowReturn } from './figures.ts'
import type { Change } from './row.ts'

/** The field of an import that fills each member of a project or membership. A list's year follows from the list. */
const FIELDS: Readonly<Record<string, FieldId>> = {
  name: 'project-name',
  code: 'project-code',
  leadUnit: 'lead-unit',
  ownerUnit: 'owner-unit',
  townUnit: 'town-unit',
  leader: 'leader',
  sector: 'sector',
  place: 'place',
  fundSource: 'fund-source',
  totalInvest: 'total-invest',
  plannedStart: 'planned-start',
  plannedCompletion: 'planned-completion',
  list: 'list',
  nature: 'nature',
  annualPlan: 'annual-plan',
}
const UNIT_FIELDS = new Set(['lead-unit', 'owner-unit', 'town-unit'])

export const equal = (a: unknown, b: unknown) =>
  a === b || (a != null && b != null && canonicalJson(a) === canonicalJson(b))

/** By field and, for units, by name: what a reader of the preview knows. */
export function factChanges(
  before: { readonly project?: ProjectFact; readonly membership?: MembershipFact },
  after: { readonly project: ProjectFact; readonly membership?: MembershipFact },
  unitName: (id: string) => string,
): Change[] {
  const old = new Map([...said(before.project, unitName), ...said(before.membership, unitName)])
  const now = new Map([...said(after.project, unitName), ...said(after.membership, unitName)])
  return [...now]
    .filter(([field, value]) => old.get(field) !== value)
    .map(([field, value]) => ({ field, before: old.get(field) ?? null, after: value, computed: false }))
}

function said(
  fact: ProjectFact | MembershipFact | undefined,
  unitName: (id: string) => string,
): [FieldId, FieldValue][] {
  if (!fact) return []
  const members = Object.entries(fact).flatMap(([member, value]): [FieldId, FieldValue][] => {
    const field = FIELDS[member]
    if (field === undefined || (typeof value !== 'string' && typeof value !== 'number')) return []
    return [[field, UNIT_FIELDS.has(field) ? unitName(String(value)) : value]]
  })
  const months = 'monthPlans' in fact ? (fact.monthPlans ?? []) : []
  const plans = months.map((plan, at): [FieldId, FieldValue] => [
    `plan-m${String(at + 1).padStart(2, '0')}`,
    plan,
  ])
  return [...members, ...plans]
}

export function returnChanges(given: RowReturn, returns: readonly ReturnFact[]): Change[] {
  const before = returns.find(one => one.period === given.period)?.figures
  return Object.entries(given.figures)
    .filter(([field, value]) => before?.[field] !== value)
    .map(([field, value]) => ({
      field,
      before: before?.[field] ?? null,
      after: value,
      computed: given.computed.includes(field),
    }))
}
