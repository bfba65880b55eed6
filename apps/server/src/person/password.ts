import { PASSWORD_LEAST, type routes } from '@guatu/contract'
import { mayReset } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  accountByLogin,
  accountStates,
  appendBatch,
  asIdentity,
  endSessions,
  issueSlips,
  setPassword,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { hashPassword, passwordFits } from '../session/password.ts'
import { printSlip, slipExpiry } from '../slip/issue.ts'
import { auditFact } from './audit.ts'
import { findPerson, people, wholeScope } from './people.ts'

/** The old password is void from now on, not only from the day on which the slip is used. */
export const resetPassword =
  (app: App): Handler<typeof routes.resetPassword> =>
  ({ params: { id }, body: { address }, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      await appendBatch(tx, {})
      const all = await people(tx, session)
      const person = all.persons.find(one => one.id === id)
      if (!mayReset(all.act(id))) return refuse('post.not-allowed')
      if (!person || !findPerson(all, id)) return refuse('request.not-found')
      const { jurisdiction } = tx.scope
      const accounts = await asIdentity(tx, accountStates)
      const account = accounts.find(
        one => one.jurisdiction === jurisdiction && one.person === id && one.active,
      )
      if (!account) return refuse('person.no-account')
      const { login } = account
      const expiresAt = slipExpiry(app.now())
      const unitName = all.unitName(all.postsOf(id)[0]?.unit ?? '')
      const slip = printSlip({ login, name: person.name, unitName }, address, expiresAt)
      await asIdentity(tx, async identity => {
        await setPassword(identity, { jurisdiction, login, passwordHash: null })
        await issueSlips(identity, [
          { jurisdiction, login, code: slip.code, issuedBy: session.person, expiresAt },
        ])
        await endSessions(identity, { jurisdiction, person: id })
      })
      const today = await todayOf(tx, session.jurisdiction, app.now())
      await appendBatch(tx, { facts: [auditFact({ event: 'password-reset', person: id }, today)] })
      return ok({ slip })
    })

export const changePassword =
  (app: App): Handler<typeof routes.changePassword> =>
  async ({ body, ip, session }) => {
    const key = `${ip} ${session.account}`
    const seconds = app.throttle.wait(key, app.now())
    if (seconds > 0) return refuse('session.slow-down', { seconds })
    const account = await withIdentity(app.database, tx => accountByLogin(tx, session.account))
    if (!(await passwordFits(account?.passwordHash ?? undefined, body.old))) {
      app.throttle.wrong(key, app.now())
      return refuse('password.wrong')
    }
    app.throttle.right(key)
    if ([...body.password].length < PASSWORD_LEAST)
      return refuse('password.too-short', { least: PASSWORD_LEAST })
    const passwordHash = await hashPassword(body.password)
    return decide(app.database, wholeScope(session), async tx => {
      const { jurisdiction, person } = tx.scope
      await asIdentity(tx, async identity => {
        await setPassword(identity, { jurisdiction, login: session.account, passwordHash })
        await endSessions(identity, { jurisdiction, person }, session.token)
      })
      const today = await todayOf(tx, session.jurisdiction, app.now())
      await appendBatch(tx, { facts: [auditFact({ event: 'password-changed', person }, today)] })
      return ok({})
    })
  }
