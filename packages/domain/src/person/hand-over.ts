import { type Day, fault, ok, type Result } from '@guatu/kernel'
import type { FactToWrite } from '../import/index.ts'
import type { PostFact } from './post.ts'

export interface HandOver {
  readonly from: string
  readonly to: string
  readonly day: Day
  /** Posts in force of the whole jurisdiction. */
  readonly posts: readonly PostFact[]
  /** Id of the post that the successor gets for one of the leaver's. */
  readonly newId: (post: PostFact) => string
}

/**
 * 交接: every post of the leaver ends on the day and the successor holds one like it from then on; one that the
 * successor holds already is not given twice. Faults: person.self-successor, person.no-posts.
 */
export function handOver({ from, to, day, posts, newId }: HandOver): Result<readonly FactToWrite[]> {
  if (from === to) return fault('person.self-successor')
  const leaving = posts.filter(post => post.person === from)
  if (leaving.length === 0) return fault('person.no-posts')
  const held = posts.filter(post => post.person === to)
  return ok(
    leaving.flatMap(post => {
      const has = held.find(one => one.unit === post.unit && one.role === post.role)
      const passed = has ? { ...has, head: has.head || post.head } : { ...post, id: newId(post), person: to }
      return [
        postFactOf(post, day, true),
        ...(has && has.head === passed.head ? [] : [postFactOf(passed, day)]),
      ]
    }),
  )
}

export const postFactOf = ({ id, ...body }: PostFact, effectiveFrom: Day, removed = false): FactToWrite => ({
  word: 'post',
  subject: id,
  effectiveFrom,
  body,
  ...(removed ? { removed } : {}),
})
