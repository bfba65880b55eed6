import { type Me, type Route, routes } from '@guatu/contract'
import { readScope } from '@guatu/store'
import type { App } from '../app.ts'
import { mayCall } from '../http/bind.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import type { HeldPost, Session } from './session.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Who one is, what one may do, and the words of the plan that is in force today. */
export function meOf(app: App, session: Session): Promise<Me> {
  const { jurisdiction, post } = session
  const postView = (held: HeldPost) => ({
    ...held,
    jurisdiction: jurisdiction.id,
    jurisdictionName: jurisdiction.name,
  })
  return readScope(app.database, session.scope, async tx => {
    const today = await todayOf(tx, jurisdiction, app.now())
    const sees = post.role !== 'administrator'
    return {
      person: session.person,
      name: session.name,
      account: session.account,
      post: postView(post),
      posts: session.posts.map(postView),
      today,
      vocabulary: sees
        ? vocabularyOf((await schemeAt(tx, { asOf: today })).scheme, (await app.structures.now(tx)).units)
        : null,
      may: Object.values<Route>(routes)
        .filter(route => mayCall(route, post.role))
        .map(route => route.name),
    }
  })
}
