import { createHash, randomBytes } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { ownReach, readScope, saveOwnFeed, saveOwnMail, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'

export const getReach =
  (app: App): Handler<typeof routes.getReach> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const { mail, feedAt } = await ownReach(tx)
      return ok({ mail, feedSince: feedAt })
    })

export const saveMail =
  (app: App): Handler<typeof routes.saveMail> =>
  ({ body, session }) =>
    withScope(app.database, session.scope, async tx => {
      await saveOwnMail(tx, body.mail)
      return ok({})
    })

export const renewFeed =
  (app: App): Handler<typeof routes.renewFeed> =>
  ({ session }) =>
    withScope(app.database, session.scope, async tx => {
      const token = randomBytes(32).toString('base64url')
      await saveOwnFeed(tx, feedHash(token))
      const parts = [session.scope.jurisdiction, session.person, token].map(encodeURIComponent)
      return ok({ path: `/api/calendar/${parts.join('/')}` })
    })

export const revokeFeed =
  (app: App): Handler<typeof routes.revokeFeed> =>
  ({ session }) =>
    withScope(app.database, session.scope, async tx => {
      await saveOwnFeed(tx, null)
      return ok({})
    })

export const feedHash = (token: string): string => createHash('sha256').update(token).digest('hex')
