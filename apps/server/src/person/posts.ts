import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { isLogin } from '@guatu/documents'
import { mayKeepPost, type PostFact, postFactOf } from '@guatu/domain'
import { type Day, ok, type Result } from '@guatu/kernel'
import {
  accountByLogin,
  accountStates,
  appendBatch,
  asIdentity,
  createAccounts,
  issueSlips,
  latestDays,
  personFact,
  type ScopedTx,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import { printSlip, slipExpiry } from '../slip/issue.ts'
import { auditFact } from './audit.ts'
import { actorOf, findPerson, type People, people, wholeScope } from './people.ts'

type Routes = typeof routes
type Wanted = Pick<PostFact, 'unit' | 'role' | 'head'> & { readonly day: Day }

/** What a new post must satisfy, whoever gets it. */
async function mayGive(
  app: App,
  tx: ScopedTx,
  session: Session,
  { tree }: People,
  { unit, role, day }: Wanted,
): Promise<Result<Day, Failure>> {
  if (!mayKeepPost(actorOf(session), role)) return refuse('post.not-allowed')
  if (!tree.has(unit)) return refuse('reorganise.unit-unknown')
  const today = await todayOf(tx, session.jurisdiction, app.now())
  return day > today ? refuse('reorganise.day-ahead', { day, today }) : ok(today)
}

const postOf = (person: string, { unit, role, head }: Wanted): PostFact => ({
  id: `${person}-${randomUUID().slice(0, 8)}`,
  person,
  unit,
  role,
  ...(head ? { head } : {}),
})

export const addPerson =
  (app: App): Handler<Routes['addPerson']> =>
  ({ body, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      await appendBatch(tx, {})
      const all = await people(tx, session)
      const given = await mayGive(app, tx, session, all, body)
      if (!given.ok) return given
      const { login, name, phone, day } = body
      if (!isLogin(login)) return refuse('login.form')
      const taken = await asIdentity(tx, identity => accountByLogin(identity, login))
      if (taken || all.persons.some(one => one.id === login)) return refuse('person.login-taken', { login })
      await appendBatch(tx, {
        facts: [
          personFact({ id: login, name, ...(phone ? { phone } : {}) }, day),
          postFactOf(postOf(login, body), day),
          auditFact({ event: 'person-added', person: login }, given.value),
        ],
      })
      const unitName = all.unitName(body.unit)
      const expiresAt = slipExpiry(app.now())
      const slip = printSlip({ login, name, unitName }, body.address, expiresAt)
      const { id: jurisdiction } = session.jurisdiction
      await asIdentity(tx, async identity => {
        await createAccounts(identity, [{ jurisdiction, login, person: login }])
        await issueSlips(identity, [
          { jurisdiction, login, code: slip.code, issuedBy: session.person, expiresAt },
        ])
      })
      return ok({ slip })
    })

export const addPost =
  (app: App): Handler<Routes['addPost']> =>
  ({ params, body, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      await appendBatch(tx, {})
      const all = await people(tx, session)
      if (!findPerson(all, params.id)) return refuse('request.not-found')
      const given = await mayGive(app, tx, session, all, body)
      if (!given.ok) return given
      const known = await asIdentity(tx, accountStates)
      if (
        !known.some(
          one => one.jurisdiction === tx.scope.jurisdiction && one.person === params.id && one.active,
        )
      )
        return refuse('person.no-account')
      if (all.postsOf(params.id).some(one => one.unit === body.unit && one.role === body.role))
        return refuse('post.held')
      const post = postOf(params.id, body)
      await appendBatch(tx, {
        facts: [
          postFactOf(post, body.day),
          auditFact({ event: 'post-added', person: params.id }, given.value),
        ],
      })
      return ok({ id: post.id })
    })

export const endPost =
  (app: App): Handler<Routes['endPost']> =>
  ({ params, body: { day, reason }, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      await appendBatch(tx, {})
      const all = await people(tx, session)
      const held = all.persons.flatMap(one => all.postsOf(one.id))
      const post = held.find(one => one.id === params.id)
      if (!post) return refuse('request.not-found')
      const actor = actorOf(session)
      if (!mayKeepPost(actor, post.role)) return refuse('post.not-allowed')
      const keepers = held.filter(one => mayKeepPost(one, 'reporter'))
      if (keepers.length === 1 && keepers[0]?.id === post.id) return refuse('post.last-keeper')
      const today = await todayOf(tx, session.jurisdiction, app.now())
      if (day > today) return refuse('reorganise.day-ahead', { day, today })
      const latest = (await latestDays(tx))('post', post.id) ?? day
      if (latest > day)
        return refuse('reorganise.written-later', { name: all.nameOf(post.person), day: latest })
      await appendBatch(tx, {
        facts: [
          postFactOf(post, day, true),
          auditFact({ event: 'post-ended', person: post.person, reason }, today),
        ],
      })
      return ok({})
    })
