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

/** Of plain data; a member that is undefined counts as absent. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const one = a as Readonly<Record<string, unknown>>
  const other = b as Readonly<Record<string, unknown>>
  for (const key in one) if (!equal(one[key], other[key])) return false
  for (const key in other) if (other[key] !== undefined && one[key] === undefined) return false
  return true
}

/** By field and, for units, by name: what a reader of the preview knows. */
export function factChanges(
  before: { readonly project?: ProjectFact; readonly membership?: MembershipFact },
  after: { readonly project: ProjectFact; readonly membership?: MembershipFact },
  unitName: (id: string) => string,
): Change[] {
  if (before.project === after.project && equal(before.membership, after.membership)) return []
  const old = said(before, unitName)
  const changes: Change[] = []
  for (const [field, value] of said(after, unitName)) {
    const known = old.get(field)
    if (known !== value) changes.push({ field, before: known ?? null, after: value, computed: false })
  }
  return changes
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `plan-m${String(i + 1).padStart(2, '0')}`)

/** What a list says of a project goes before what the project says. */
function said(
  { project, membership }: { readonly project?: ProjectFact; readonly membership?: MembershipFact },
  unitName: (id: string) => string,
): Map<FieldId, FieldValue> {
  const values = new Map<FieldId, FieldValue>()
  for (const fact of [project, membership]) {
    for (const member in fact) {
      const field = FIELDS[member]
      const value: unknown = fact[member as keyof typeof fact]
      if (field === undefined || (typeof value !== 'string' && typeof value !== 'number')) continue
      values.set(field, UNIT_FIELDS.has(field) ? unitName(String(value)) : value)
    }
  }
  for (const [at, plan] of (membership?.monthPlans ?? []).entries()) values.set(MONTHS[at] ?? '', plan)
  return values
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
