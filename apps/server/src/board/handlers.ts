import type { routes } from '@guatu/contract'
import { boardView } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { look } from '../picture/picture.ts'

export const getWarRoom =
  (app: App): Handler<typeof routes.getWarRoom> =>
  ({ query, session }) =>
    look(app, session, query, ({ view, bar }) =>
      ok({ bar, ...boardView({ view, part: session.scope.reads !== 'all' }) }),
    )
