import type { PostFact } from './post.ts'
import { type UnitTree, unitsAbove } from './units.ts'

/** Who acts on whom: the post acted under, and all posts that the other person holds. */
export interface PersonAct {
  readonly actor: PostFact
  readonly person: string
  readonly posts: readonly PostFact[]
  readonly tree: UnitTree
}

const KEEPERS: readonly string[] = ['dispatcher', 'administrator']

/**
 * 口令重置: by whoever keeps the jurisdiction's accounts for everyone but oneself, and by a unit's head for those who
 * hold posts in the own unit or below only. Not for another head of the same unit, who stands beside, nor for an
 * administrator, who answers to no single unit.
 */
export function mayReset({ actor, person, posts, tree }: PersonAct): boolean {
  if (person === actor.person) return false
  if (KEEPERS.includes(actor.role)) return true
  if (!actor.head || posts.length === 0) return false
  return posts.every(
    post =>
      post.role !== 'administrator' &&
      unitsAbove(tree, post.unit).includes(actor.unit) &&
      !(post.head && post.unit === actor.unit),
  )
}

/** 岗位管理: a dispatcher gives and ends every post but an administrator's, an administrator every one. */
export const mayKeepPost = (actor: Pick<PostFact, 'role'>, role: string): boolean =>
  actor.role === 'administrator' || (actor.role === 'dispatcher' && role !== 'administrator')

/** Whom a post finds in the list of people: who keeps accounts all, a head the own unit and below, others nobody else. */
export function mayList({ actor, person, posts, tree }: PersonAct): boolean {
  if (KEEPERS.includes(actor.role) || person === actor.person) return true
  return actor.head === true && posts.some(post => unitsAbove(tree, post.unit).includes(actor.unit))
}
