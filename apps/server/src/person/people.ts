import { mayList, type PersonAct, type PostFact, type UnitTree, unitTree } from '@guatu/domain'
import { groupBy } from '@guatu/kernel'
import { type Person, persons, posts, type ScopedTx, units } from '@guatu/store'
import type { Session } from '../session/session.ts'

export const actorOf = ({ post, person }: Session): PostFact => ({
  id: post.id,
  person,
  unit: post.unit,
  role: post.role,
  head: post.head,
})

/** Everyone of the jurisdiction with the posts they hold. */
export interface People {
  readonly persons: readonly Person[]
  readonly postsOf: (person: string) => readonly PostFact[]
  readonly tree: UnitTree
  readonly nameOf: (person: string) => string
  readonly unitName: (unit: string) => string
  act(person: string): PersonAct
}

export async function people(tx: ScopedTx, session: Session): Promise<People> {
  const held = groupBy(await posts(tx), post => post.person)
  const postsOf = (person: string) => held.get(person) ?? []
  const known = await units(tx)
  const tree = unitTree(known)
  const all = await persons(tx)
  const actor = actorOf(session)
  return {
    persons: all,
    nameOf: id => all.find(one => one.id === id)?.name ?? id,
    unitName: id => known.find(one => one.id === id)?.name ?? id,
    postsOf,
    tree,
    act: person => ({ actor, person, posts: postsOf(person), tree }),
  }
}

/** The person, where the post acted under may know of it. */
export const findPerson = (all: People, id: string): Person | undefined =>
  all.persons.find(one => one.id === id && mayList(all.act(id)))

/** For what the rights of `domain/person` have allowed: an administrator, who reads no project, keeps posts too. */
export const wholeScope = ({ scope }: Session) => ({ ...scope, reads: 'all' as const })
