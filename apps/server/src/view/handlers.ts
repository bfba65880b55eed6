import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import {
  deleteView as dropView,
  personNames,
  readScope,
  type SavedView,
  type ScopedTx,
  savedViews,
  saveView,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'

/** Of one person: beyond it nobody finds one again. */
const MOST = 100

export const listViews =
  (app: App): Handler<typeof routes.listViews> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const names = await personNames(tx)
      const views = (await savedViews(tx)).map(({ id, name, query, shared, owner }) => ({
        id,
        name,
        query: { ...query },
        shared,
        ownerName: names.get(owner) ?? owner,
        own: owner === session.person,
      }))
      return ok({ views })
    })

export const addView =
  (app: App): Handler<typeof routes.addView> =>
  ({ body, session }) =>
    decide(app.database, session.scope, async tx => {
      const own = (await savedViews(tx)).filter(view => view.owner === session.person)
      if (own.length >= MOST) return refuse('view.too-many', { count: MOST })
      const id = randomUUID()
      await saveView(tx, { ...body, id })
      return ok({ id })
    })

export const changeView =
  (app: App): Handler<typeof routes.changeView> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const own = await ownView(tx, session, params.id)
      if (!own.ok) return own
      const { name, query, shared } = own.value
      await saveView(tx, {
        id: params.id,
        name: body.name ?? name,
        query: body.query ?? query,
        shared: body.shared ?? shared,
      })
      return ok({ id: params.id })
    })

export const deleteView =
  (app: App): Handler<typeof routes.deleteView> =>
  ({ params, session }) =>
    decide(app.database, session.scope, async tx => {
      const own = await ownView(tx, session, params.id)
      if (!own.ok) return own
      await dropView(tx, params.id)
      return ok({})
    })

async function ownView(tx: ScopedTx, session: Session, id: string): Promise<Result<SavedView, Failure>> {
  const view = (await savedViews(tx)).find(one => one.id === id)
  if (!view) return refuse('request.not-found')
  return view.owner === session.person ? ok(view) : refuse('view.not-yours')
}
