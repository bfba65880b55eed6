import { fillMessage, ROSTER_MESSAGES, type RosterPreview } from '@guatu/contract'
import { columnLetters, type RosterFault } from '@guatu/documents'
import type { UnitFact } from '@guatu/domain'
import { groupBy, must } from '@guatu/kernel'
import type { Holding, RosterWrites } from './roster-plan.ts'
import { kindWord, roleWord } from './words.ts'

/** The tree as it will stand, with the people of each unit. */
export function rosterView(held: Holding, writes: RosterWrites): Omit<RosterPreview, 'findings'> {
  const changed = new Map(writes.changedUnits.map(unit => [unit.id, unit]))
  const isNew = new Set(writes.newUnits.map(unit => unit.id))
  const units = [...held.units.map(unit => changed.get(unit.id) ?? unit), ...writes.newUnits]
  const names = new Map(
    [...held.persons, ...writes.changedPersons, ...writes.newPersons].map(person => [person.id, person.name]),
  )
  const logins = new Map([...held.logins, ...writes.newLogins].map(([login, person]) => [person, login]))
  const newPosts = new Set(writes.newPosts.map(post => post.id))
  const posts = [...held.posts, ...writes.newPosts]
  const ofUnit = groupBy(posts, post => post.unit)
  return {
    units: inTreeOrder(units).map(({ unit, depth }) => ({
      name: unit.name,
      kind: kindWord(unit.kind),
      depth,
      isNew: isNew.has(unit.id),
      people: (ofUnit.get(unit.id) ?? []).map(post => ({
        name: names.get(post.person) ?? post.person,
        login: logins.get(post.person) ?? post.person,
        role: roleWord(post.role),
        isNew: newPosts.has(post.id),
      })),
    })),
    counts: {
      units: units.length,
      newUnits: isNew.size,
      people: new Set(posts.map(post => post.person)).size,
      newPeople: writes.newPersons.length,
      posts: posts.length,
    },
  }
}

/** Each unit after the one above it. */
function inTreeOrder(units: readonly UnitFact[]): { unit: UnitFact; depth: number }[] {
  const ids = new Set(units.map(unit => unit.id))
  const below = groupBy(units, unit => (unit.parent !== undefined && ids.has(unit.parent) ? unit.parent : ''))
  const list: { unit: UnitFact; depth: number }[] = []
  const open = (below.get('') ?? []).map(unit => ({ unit, depth: 0 })).reverse()
  while (open.length > 0) {
    const next = must(open.pop(), 'a unit')
    list.push(next)
    const children = below.get(next.unit.id) ?? []
    for (const unit of [...children].reverse()) open.push({ unit, depth: next.depth + 1 })
  }
  return list
}

export const findingOf = ({
  sheet,
  row,
  column,
  code,
  params,
}: RosterFault): RosterPreview['findings'][number] => {
  const text = must(ROSTER_MESSAGES[code], `message ${code}`)
  return {
    sheet,
    row,
    column: column === 0 ? '' : columnLetters(column),
    code,
    zh: fillMessage(text.zh, params),
    en: fillMessage(text.en, params),
  }
}
