import type { Me, routes } from '@guatu/contract'
import { role } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import {
  accountByLogin,
  accounts,
  deleteSession,
  personNames,
  posts,
  readScope,
  units,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { POST_COOKIE, SESSION_COOKIE } from '../http/cookie.ts'
import { refuse } from '../http/failure.ts'
import { meOf } from './me.ts'
import { openSession } from './open.ts'
import { passwordFits } from './password.ts'
import { findSession } from './session.ts'

type Routes = typeof routes

export const signIn =
  (app: App): Handler<Routes['signIn']> =>
  async ({ body, ip, setCookie }) => {
    const key = `${ip} ${body.account}`
    const seconds = app.throttle.wait(key, app.now())
    if (seconds > 0) return refuse('session.slow-down', { seconds })
    const account = await withIdentity(app.database, tx => accountByLogin(tx, body.account))
    const fits = await passwordFits(account?.passwordHash ?? undefined, body.password)
    if (!account?.active || !fits) {
      app.throttle.wrong(key, app.now())
      return refuse('session.wrong')
    }
    const session = await openSession(app, account, setCookie)
    if (!session) return refuse('session.wrong')
    app.throttle.right(key)
    return ok<Me>(await meOf(app, session))
  }

export const whoAmI =
  (app: App): Handler<Routes['whoAmI']> =>
  async ({ session }) =>
    ok(await meOf(app, session))

export const changePost =
  (app: App): Handler<Routes['changePost']> =>
  async ({ body, session, setCookie }) => {
    if (!session.posts.some(post => post.id === body.post)) return refuse('post.not-yours')
    const changed = await findSession(app.database, session.token, body.post)
    if (!changed) return refuse('session.none')
    setCookie(POST_COOKIE, body.post)
    return ok(await meOf(app, changed))
  }

export const signOut =
  (app: App): Handler<Routes['signOut']> =>
  async ({ session, setCookie }) => {
    await withIdentity(app.database, tx => deleteSession(tx, session.token))
    setCookie(SESSION_COOKIE, null)
    setCookie(POST_COOKIE, null)
    return ok({})
  }

export const postList =
  (app: App): Handler<Routes['postList']> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const names = await personNames(tx)
      const logins = new Map((await accounts(tx)).map(account => [account.person, account.login]))
      const held = (await posts(tx)).flatMap(post => {
        const known = role.safeParse(post.role)
        if (!known.success) return []
        const personName = names.get(post.person) ?? post.person
        return [{ ...post, role: known.data, personName, account: logins.get(post.person) ?? '' }]
      })
      const kept = (await units(tx)).map(({ id, name, kind, parent }) => ({ id, name, kind, parent }))
      return ok({ units: kept, posts: held })
    })
