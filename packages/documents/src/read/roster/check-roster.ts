import type { UnitFact } from '@guatu/domain'
import { compact } from '@guatu/kernel'
import type { Roster, RosterFault, RosterFaultCode } from './model.ts'
import { type ROSTER_COLUMNS, ROSTER_SHEETS } from './words.ts'

/** What the system holds already. */
export interface KnownRoster {
  readonly units: readonly Pick<UnitFact, 'id' | 'name' | 'aliases' | 'parent'>[]
  /** Login → name of its person. */
  readonly logins: ReadonlyMap<string, string>
  /** Logins of other jurisdictions. */
  readonly foreign: ReadonlySet<string>
}

/** Whether the lines fit together and with what is known: names once, parents there, no circle, logins one person's. */
export function checkRoster(roster: Roster, known: KnownRoster): RosterFault[] {
  const names = new Map<string, string>()
  for (const unit of known.units)
    for (const name of [unit.name, ...(unit.aliases ?? [])]) names.set(compact(name), compact(unit.name))
  return [...unitsTwice(roster, names), ...parents(roster, names, known), ...people(roster, names, known)]
}

type UnitField = keyof typeof ROSTER_COLUMNS.unit
type PostField = keyof typeof ROSTER_COLUMNS.post
type Columns = Roster['columns']
type Params = RosterFault['params']

const faulter =
  <Field extends string>(sheet: string, columns: Readonly<Record<string, number>>) =>
  (row: number, field: Field, code: RosterFaultCode, params: Params): RosterFault => ({
    sheet,
    row,
    column: columns[field] ?? 0,
    code,
    params,
  })
const unitFaulter = (columns: Columns) => faulter<UnitField>(ROSTER_SHEETS.units, columns.units)
const postFaulter = (columns: Columns) => faulter<PostField>(ROSTER_SHEETS.posts, columns.posts)

/** Takes the names of the lines into `names`; a unit that is known may come again under its own name. */
function unitsTwice({ units, columns }: Roster, names: Map<string, string>): RosterFault[] {
  const unitFault = unitFaulter(columns)
  const faults: RosterFault[] = []
  const rows = new Map<string, number>()
  for (const { row, name, aliases } of units) {
    const own = compact(name)
    for (const [field, text] of [['name', name] as const, ...aliases.map(one => ['aliases', one] as const)]) {
      const key = compact(text)
      const first = rows.get(key)
      if (first !== undefined && first !== row)
        faults.push(unitFault(row, field, 'roster.unit-twice', { name: text, first }))
      else if (names.has(key) && names.get(key) !== own)
        faults.push(unitFault(row, field, 'roster.unit-twice', { name: text, first: 0 }))
      if (first === undefined) rows.set(key, row)
    }
  }
  for (const { name, aliases } of units)
    for (const one of [name, ...aliases]) names.set(compact(one), compact(name))
  return faults
}

/** Each parent is there, and no unit stands above itself. */
function parents(
  { units, columns }: Roster,
  names: ReadonlyMap<string, string>,
  known: KnownRoster,
): RosterFault[] {
  const unitFault = unitFaulter(columns)
  const faults: RosterFault[] = []
  const byId = new Map(known.units.map(unit => [unit.id, unit.name]))
  const above = new Map<string, string>()
  for (const { name, parent } of known.units) {
    const parentName = parent === undefined ? undefined : byId.get(parent)
    if (parentName !== undefined) above.set(compact(name), compact(parentName))
  }
  for (const { row, name, parent } of units) {
    if (parent === undefined) continue
    const key = names.get(compact(parent))
    if (key === undefined) faults.push(unitFault(row, 'parent', 'roster.parent-missing', { name: parent }))
    else above.set(compact(name), key)
  }
  for (const { row, name } of units) {
    const path = circle(compact(name), above)
    if (path)
      faults.push(unitFault(row, 'parent', 'roster.cycle', { path: [name, ...path.slice(1)].join(' → ') }))
  }
  return faults
}

/** The way from a unit back to itself, if there is one. */
function circle(start: string, above: ReadonlyMap<string, string>): string[] | undefined {
  const path = [start]
  const seen = new Set(path)
  for (let at = above.get(start); at !== undefined; at = above.get(at)) {
    path.push(at)
    if (at === start) return path
    if (seen.has(at)) return undefined
    seen.add(at)
  }
  return undefined
}

function people(
  { posts, columns }: Roster,
  names: ReadonlyMap<string, string>,
  known: KnownRoster,
): RosterFault[] {
  const postFault = postFaulter(columns)
  const faults: RosterFault[] = []
  const persons = new Map<string, { row: number; person: string }>()
  const unnamed = new Map<string, number>()
  const held = new Map<string, number>()
  for (const { row, person, login, unit, role } of posts) {
    const unitKey = names.get(compact(unit))
    if (unitKey === undefined) faults.push(postFault(row, 'unit', 'roster.unit-missing', { name: unit }))
    if (login === undefined) {
      const first = unnamed.get(compact(person))
      if (first !== undefined)
        faults.push(postFault(row, 'login', 'roster.same-name', { name: person, first }))
      else unnamed.set(compact(person), row)
      continue
    }
    if (known.foreign.has(login)) faults.push(postFault(row, 'login', 'roster.login-taken', { login }))
    const other = persons.get(login)
    if (!other) persons.set(login, { row, person })
    const holder = other?.person ?? known.logins.get(login)
    if (holder !== undefined && compact(holder) !== compact(person)) {
      const params = { login, name: holder, first: other?.row ?? 0 }
      faults.push(postFault(row, 'login', 'roster.login-other-name', params))
    }
    const key = `${login} ${unitKey ?? compact(unit)} ${role}`
    const first = held.get(key)
    if (first !== undefined) faults.push(postFault(row, 'role', 'roster.post-twice', { first }))
    else held.set(key, row)
  }
  return faults
}
