import { type Day, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { MembershipFact, ProjectFact, UnitFact } from '../facts/index.ts'
import type { FactToWrite } from '../import/index.ts'
import { membershipKey } from '../import/plan.ts'

/** What is set for many projects at once; null takes a value away, what is absent stays. */
export interface BulkChange {
  readonly leadUnit?: string
  readonly leader?: string | null
  readonly sector?: string | null
  readonly fundSource?: string | null
  /** List of the current year that the projects join, without a plan of its own. */
  readonly joins?: string
  /** List that they leave; a project stays on one at least. */
  readonly leaves?: string
}

export type BulkRefusal =
  /** The list is of a year that is over or has not begun. */
  | 'list-of-other-year'
  /** It is on no other list: taken off, nothing would count or judge it. */
  | 'last-list'

export interface BulkRow {
  readonly project: string
  readonly name: string
  /** By field, units by name; of a list its id, before or after null. */
  readonly changes: readonly {
    readonly field: BulkField
    readonly before: string | null
    readonly after: string | null
  }[]
  readonly refusal: BulkRefusal | null
  readonly facts: readonly FactToWrite[]
}
export type BulkField = 'lead-unit' | 'leader' | 'sector' | 'fund-source' | 'list'

export interface BulkInput {
  readonly projects: readonly ProjectFact[]
  readonly memberships: readonly MembershipFact[]
  readonly units: readonly UnitFact[]
  readonly scheme: Scheme
  /** The change holds from this day. */
  readonly today: Day
}

const TEXTS = [
  ['leader', 'leader'],
  ['sector', 'sector'],
  ['fundSource', 'fund-source'],
] as const

/** What naming the unit or list asks for that is not there; undefined when all is known. */
export function unknownInBulk(
  change: BulkChange,
  { units, scheme }: Pick<BulkInput, 'units' | 'scheme'>,
): keyof BulkChange | undefined {
  const { leadUnit, joins, leaves } = change
  // An enterprise builds; it does not answer for a project before the government.
  if (leadUnit !== undefined && !units.some(unit => unit.id === leadUnit && unit.kind !== 'enterprise'))
    return 'leadUnit'
  const isList = (id: string | undefined) => id === undefined || scheme.lists.some(list => list.id === id)
  if (!isList(joins)) return 'joins'
  return isList(leaves) ? undefined : 'leaves'
}

/** Says project by project what a change of many would do, in the order given. Rows with a refusal write nothing. */
export function planBulk(change: BulkChange, input: BulkInput): BulkRow[] {
  const unitName = new Map(input.units.map(unit => [unit.id, unit.name]))
  const listYear = new Map(input.scheme.lists.map(list => [list.id, list.year]))
  const held = new Map<string, MembershipFact[]>()
  for (const one of input.memberships) held.set(one.project, [...(held.get(one.project) ?? []), one])
  return input.projects.map(project => {
    const own = projectChanges(change, project, id => unitName.get(id) ?? id)
    const lists = listChanges(change, held.get(project.id) ?? [], listYear, input.today, project.id)
    const row = { project: project.id, name: project.name, changes: [...own.changes, ...lists.changes] }
    if (lists.refusal) return { ...row, refusal: lists.refusal, facts: [] }
    return { ...row, refusal: null, facts: [...own.facts(input.today), ...lists.facts] }
  })
}

function projectChanges(change: BulkChange, project: ProjectFact, unitName: (id: string) => string) {
  const changes: BulkRow['changes'][number][] = []
  const next: Record<string, unknown> = { ...project }
  const { leadUnit } = change
  if (leadUnit !== undefined && leadUnit !== project.leadUnit) {
    const before = project.leadUnit === undefined ? null : unitName(project.leadUnit)
    changes.push({ field: 'lead-unit', before, after: unitName(leadUnit) })
    next.leadUnit = leadUnit
  }
  for (const [member, field] of TEXTS) {
    const wanted = change[member]
    const before = project[member] ?? null
    if (wanted === undefined || wanted === before) continue
    changes.push({ field, before, after: wanted })
    next[member] = wanted ?? undefined
  }
  const { id: _, ...body } = next
  const facts = (effectiveFrom: Day): FactToWrite[] =>
    changes.length === 0
      ? []
      : [{ word: 'project', subject: project.id, project: project.id, effectiveFrom, body }]
  return { changes, facts }
}

function listChanges(
  { joins, leaves }: BulkChange,
  memberships: readonly MembershipFact[],
  listYear: ReadonlyMap<string, number | undefined>,
  today: Day,
  project: string,
): Pick<BulkRow, 'changes' | 'refusal' | 'facts'> {
  const year = yearOf(today)
  const current = memberships.filter(one => (one.year ?? year) === year)
  const isOn = (list: string) => current.some(one => one.list === list)
  const changes: BulkRow['changes'][number][] = []
  const facts: FactToWrite[] = []
  let refusal: BulkRefusal | null = null
  if (joins !== undefined && !isOn(joins)) {
    if ((listYear.get(joins) ?? year) !== year) refusal = 'list-of-other-year'
    changes.push({ field: 'list', before: null, after: joins })
    const membership: MembershipFact = {
      project,
      list: joins,
      year: listYear.get(joins),
      nature: current[0]?.nature,
    }
    facts.push(membershipFact(membership, today))
  }
  const left = leaves === undefined ? undefined : current.find(one => one.list === leaves)
  if (left) {
    if (current.every(one => one.list === leaves) && (joins === undefined || joins === leaves))
      refusal ??= 'last-list'
    changes.push({ field: 'list', before: left.list, after: null })
    facts.push({ ...membershipFact(left, today), removed: true })
  }
  return { changes, refusal, facts }
}

const membershipFact = (body: MembershipFact, effectiveFrom: Day): FactToWrite => ({
  word: 'membership',
  subject: membershipKey(body.project, body.list, body.year),
  project: body.project,
  effectiveFrom,
  body,
})
