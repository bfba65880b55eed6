import type { Roster } from '@guatu/documents'
import { nameKey, type UnitFact } from '@guatu/domain'
import { canonicalJson, must } from '@guatu/kernel'
import type { Person, Post } from '@guatu/store'
import { unitId } from './own.ts'

/** What the jurisdiction holds already. */
export interface Holding {
  readonly units: readonly UnitFact[]
  readonly persons: readonly Person[]
  readonly posts: readonly Post[]
  /** Login → person. */
  readonly logins: ReadonlyMap<string, string>
  /** Logins of other jurisdictions: not to be given out. */
  readonly foreign: ReadonlySet<string>
}

export interface RosterWrites {
  readonly newUnits: readonly UnitFact[]
  readonly changedUnits: readonly UnitFact[]
  readonly newPersons: readonly Person[]
  readonly changedPersons: readonly Person[]
  readonly newPosts: readonly Post[]
  /** Login of each new person. */
  readonly newLogins: ReadonlyMap<string, string>
}

/** What a roster without faults adds and changes; nothing is taken away. The same roster again writes nothing. */
export function planRoster(roster: Roster, held: Holding): RosterWrites {
  const units = planUnits(roster, held)
  const unitOf = nameIndex([...held.units, ...units.newUnits, ...units.changedUnits])
  const logins = new Map(held.logins)
  const people = new Map(held.persons.map(person => [person.id, person]))
  const newPersons = new Map<string, Person>()
  const changedPersons = new Map<string, Person>()
  const newLogins = new Map<string, string>()
  const posts = [...held.posts]
  const newPosts: Post[] = []
  const number = numbering(held)
  for (const line of roster.posts) {
    const login = line.login ?? loginOfName(line.person, held) ?? number()
    const id = logins.get(login) ?? login
    const known = people.get(id)
    const phone = line.phone ?? known?.phone
    const person: Person = { id, name: line.person, ...(phone ? { phone } : {}) }
    if (!logins.has(login)) {
      logins.set(login, id)
      newLogins.set(login, id)
      newPersons.set(id, person)
    } else if (newPersons.has(id)) newPersons.set(id, person)
    else if (canonicalJson({ ...known }) !== canonicalJson({ ...person })) changedPersons.set(id, person)
    people.set(id, person)
    const unit = must(unitOf.get(nameKey(line.unit)), `unit ${line.unit}`)
    if (posts.some(one => one.person === id && one.unit === unit && one.role === line.role)) continue
    const post: Post = { id: postId(id, posts), person: id, unit, role: line.role }
    posts.push(post)
    newPosts.push(post)
  }
  return {
    ...units,
    newPersons: [...newPersons.values()],
    changedPersons: [...changedPersons.values()],
    newPosts,
    newLogins,
  }
}

const nameIndex = (units: readonly UnitFact[]) =>
  new Map(units.flatMap(unit => [unit.name, ...(unit.aliases ?? [])].map(name => [nameKey(name), unit.id])))

function planUnits({ units }: Roster, held: Holding): Pick<RosterWrites, 'newUnits' | 'changedUnits'> {
  const known = new Map(held.units.map(unit => [nameKey(unit.name), unit]))
  const ids = nameIndex(held.units)
  for (const { name, aliases } of units) {
    const id = known.get(nameKey(name))?.id ?? unitId(name)
    for (const one of [name, ...aliases]) ids.set(nameKey(one), id)
  }
  const top = topUnit(units, held)
  const newUnits: UnitFact[] = []
  const changedUnits: UnitFact[] = []
  for (const { name, kind, parent, aliases } of units) {
    const before = known.get(nameKey(name))
    const id = before?.id ?? unitId(name)
    const above = parent === undefined ? (kind === 'enterprise' ? undefined : top) : ids.get(nameKey(parent))
    const unit: UnitFact = {
      id,
      name: before?.name ?? name,
      kind,
      ...(above !== undefined && above !== id ? { parent: above } : {}),
      ...(aliases.length > 0 ? { aliases } : {}),
    }
    if (!before) newUnits.push(unit)
    else if (canonicalJson({ ...before }) !== canonicalJson({ ...unit })) changedUnits.push(unit)
  }
  return { newUnits, changedUnits }
}

/** The jurisdiction's own office, under which units stand that name no other: the only one of its kind at the top. */
function topUnit(units: Roster['units'], held: Holding): string | undefined {
  const offices = [
    ...held.units.filter(unit => unit.kind === 'office' && unit.parent === undefined).map(unit => unit.id),
    ...units
      .filter(unit => unit.kind === 'office' && unit.parent === undefined)
      .map(unit => unitId(unit.name)),
  ]
  return offices[0]
}

/** Someone of that name is known, and only one. */
function loginOfName(name: string, { persons, logins }: Holding): string | undefined {
  const same = persons.filter(person => nameKey(person.name) === nameKey(name))
  if (same.length !== 1) return undefined
  return [...logins].find(([, person]) => person === same[0]?.id)?.[0]
}

/** p001, p002 … as far as nobody has them. */
function numbering({ logins, foreign }: Holding): () => string {
  let last = 0
  return () => {
    for (;;) {
      last += 1
      const login = `p${String(last).padStart(3, '0')}`
      if (!logins.has(login) && !foreign.has(login)) return login
    }
  }
}

/** A person's first post has the person's own id. */
function postId(person: string, posts: readonly Post[]): string {
  const taken = new Set(posts.map(post => post.id))
  if (!taken.has(person)) return person
  for (let n = 2; ; n += 1) if (!taken.has(`${person}-${n}`)) return `${person}-${n}`
}
