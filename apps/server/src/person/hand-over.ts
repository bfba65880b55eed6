import type { routes } from '@guatu/contract'
import { handOver, mayKeepPost } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  accountStates,
  appendBatch,
  asIdentity,
  endSessions,
  latestDays,
  passImportDrafts,
  setAccountActive,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { isDraft } from '../import/draft.ts'
import { todayOf } from '../moment/today.ts'
import { refuseFault } from '../reorganise/fault.ts'
import { auditFact } from './audit.ts'
import { actorOf, findPerson, people, wholeScope } from './people.ts'

/** One transaction: posts, drafts, sessions and the account change together or not at all. Past entries keep the leaver's name. */
export const handOverPosts =
  (app: App): Handler<typeof routes.handOverPosts> =>
  ({ params: { id: from }, body: { to, day, reason }, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      await appendBatch(tx, {})
      const all = await people(tx, session)
      if (!findPerson(all, from) || !findPerson(all, to)) return refuse('request.not-found')
      if (from === session.person) return refuse('person.self')
      const actor = actorOf(session)
      if (!all.postsOf(from).every(post => mayKeepPost(actor, post.role))) return refuse('post.not-allowed')
      const today = await todayOf(tx, session.jurisdiction, app.now())
      if (day > today) return refuse('reorganise.day-ahead', { day, today })
      const held = all.persons.flatMap(one => all.postsOf(one.id))
      const passed = handOver({ from, to, day, posts: held, newId: post => `${to}-${post.id}` })
      if (!passed.ok) return refuseFault(passed.error)
      const { jurisdiction } = tx.scope
      const accounts = await asIdentity(tx, accountStates)
      if (!accounts.some(one => one.jurisdiction === jurisdiction && one.person === to && one.active))
        return refuse('person.no-account')
      const latest = await latestDays(tx)
      const later = passed.value.find(fact => (latest('post', fact.subject) ?? day) > day)
      if (later)
        return refuse('reorganise.written-later', {
          name: all.nameOf(from),
          day: latest('post', later.subject) ?? day,
        })
      await appendBatch(tx, {
        facts: [
          ...passed.value,
          auditFact({ event: 'handed-over', person: from, successor: to, reason }, today),
        ],
      })
      const drafts = await passImportDrafts(tx, from, to)
      const sessions = await asIdentity(tx, async identity => {
        await setAccountActive(identity, { jurisdiction, person: from, active: false })
        return endSessions(identity, { jurisdiction, person: from })
      })
      return ok({ posts: all.postsOf(from).length, drafts: drafts.filter(isDraft).length, sessions })
    })
