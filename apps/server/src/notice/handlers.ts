import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { markNotices, notices, readScope, unreadNotices, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'

const NEWEST = 200

export const listNotices =
  (app: App): Handler<typeof routes.listNotices> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx =>
      ok({ unread: await unreadNotices(tx), notices: await notices(tx, NEWEST) }),
    )

export const countNotices =
  (app: App): Handler<typeof routes.countNotices> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => ok({ unread: await unreadNotices(tx) }))

export const readNotices =
  (app: App): Handler<typeof routes.readNotices> =>
  ({ body, session }) =>
    withScope(app.database, session.scope, async tx => {
      await markNotices(tx, body.keys)
      return ok({ unread: await unreadNotices(tx) })
    })
