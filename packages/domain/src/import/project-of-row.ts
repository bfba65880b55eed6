import { compareText, type Day, isDay, type Minor, periodSpan, splitByWeights, yearOf } from '@guatu/kernel'
import { type MembershipFact, NATURES, type ProjectFact, type UnitFact } from '../facts/index.ts'
import { nameKey, textOf } from './match.ts'
import type { ImportFinding, ImportRow } from './row.ts'

/** Units by every name and alias they go by. */
export function unitNames(units: readonly UnitFact[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const unit of units) {
    for (const name of [unit.name, unit.id, ...(unit.aliases ?? [])]) names.set(nameKey(name), unit.id)
  }
  return names
}

const UNIT_FIELDS = { 'lead-unit': 'leadUnit', 'owner-unit': 'ownerUnit', 'town-unit': 'townUnit' } as const
const TEXT_FIELDS = {
  'project-code': 'code',
  leader: 'leader',
  sector: 'sector',
  place: 'place',
  'fund-source': 'fundSource',
} as const
const DAY_FIELDS = { 'planned-start': 'plannedStart', 'planned-completion': 'plannedCompletion' } as const
const GIVEN = [...Object.entries(TEXT_FIELDS), ...Object.entries(DAY_FIELDS)]
const UNITS = Object.entries(UNIT_FIELDS)

/** What the row says of the project itself, over what is known of it, which itself is given where that changes nothing. */
export function projectOfRow(
  row: ImportRow,
  known: ProjectFact | undefined,
  id: string,
  units: Map<string, string>,
  newUnits: UnitFact[],
  findings: ImportFinding[],
): ProjectFact {
  const said: Record<string, unknown> = {}
  for (const [field, key] of GIVEN) {
    const text = textOf(row, field)
    if (text !== undefined) said[key] = text
  }
  for (const [field, key] of UNITS) {
    const name = textOf(row, field)
    if (name !== undefined) said[key] = unitOf(name, field, row.row, units, newUnits, findings)
  }
  const total = row.values['total-invest']?.value
  if (typeof total === 'number') said.totalInvest = total
  if (known && saysSame(said, known)) return known
  return { id, name: known?.name ?? textOf(row, 'project-name') ?? id, ...without(known), ...said }
}

const saysSame = (said: Readonly<Record<string, unknown>>, known: ProjectFact) =>
  Object.keys(said).every(key => said[key] === known[key as keyof ProjectFact])

function without(known: ProjectFact | undefined): Partial<ProjectFact> {
  if (!known) return {}
  const { id: _id, name: _name, ...rest } = known
  return rest
}

/** A name that no unit goes by becomes a unit of its own, and the preview says so. */
function unitOf(
  name: string,
  field: string,
  row: number,
  units: Map<string, string>,
  newUnits: UnitFact[],
  findings: ImportFinding[],
): string {
  const known = units.get(nameKey(name))
  if (known !== undefined) return known
  const id = `u-${nameKey(name)}`
  findings.push({ code: 'unit.unknown', level: 'warning', row, field, params: { name } })
  const kind = field === 'town-unit' ? 'town' : field === 'owner-unit' ? 'enterprise' : 'bureau'
  newUnits.push({ id, name, kind })
  units.set(nameKey(name), id)
  return id
}

/** The row's place on a list, over what is known of it; undefined when the file says nothing about a list's plan. */
export function membershipOfRow(
  row: ImportRow,
  project: string,
  list: string,
  year: number | undefined,
  known: MembershipFact | undefined,
): MembershipFact {
  const nature = NATURES.find(one => one === row.values.nature?.value) ?? known?.nature
  const plan = row.values['annual-plan']?.value
  const annualPlan = typeof plan === 'number' ? plan : known?.annualPlan
  const planned = textOf(row, 'planned-start')
  // A file speaks of the project's own day; a list's day changes only where the list has set one.
  const listSets = known?.plannedStart !== undefined && planned !== undefined && isDay(planned)
  const plannedStart: Day | undefined = listSets ? planned : known?.plannedStart
  const months = monthPlans(row) ?? (annualPlan === known?.annualPlan ? known?.monthPlans : undefined)
  const sum = months?.reduce((total, month) => total + month, 0)
  return defined({
    project,
    list,
    year,
    nature,
    annualPlan: annualPlan ?? sum,
    monthPlans: months,
    plannedStart,
  })
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `plan-m${String(i + 1).padStart(2, '0')}`)
const QUARTERS = ['plan-q1', 'plan-q2', 'plan-q3', 'plan-q4']

/** Twelve months from columns of months, or from four quarters spread evenly inside each. */
function monthPlans(row: ImportRow): Minor[] | undefined {
  const read = (field: string) => {
    const value = row.values[field]?.value
    return typeof value === 'number' ? value : undefined
  }
  const months = MONTHS.map(read)
  if (months.some(month => month !== undefined)) return months.map(month => month ?? 0)
  const quarters = QUARTERS.map(read)
  if (quarters.every(quarter => quarter === undefined)) return undefined
  return quarters.flatMap(quarter => splitByWeights(quarter ?? 0, [1, 1, 1]))
}

function defined<T extends object>(value: T): T {
  for (const key in value) if (value[key] === undefined) delete value[key]
  return value
}

/** Day from which what a file says of a project holds: the plan year's first, or the first period it reports. */
export function effectiveDay(year: number | undefined, periods: readonly string[], asOf: Day): Day {
  if (year !== undefined) return `${String(year).padStart(4, '0')}-01-01`
  const first = periods.map(period => periodSpan(period).start).sort(compareText)[0]
  return first ?? `${String(yearOf(asOf)).padStart(4, '0')}-01-01`
}
