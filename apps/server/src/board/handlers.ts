import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { look } from '../picture/picture.ts'
import { warRoomJson } from './json.ts'

export const getWarRoom =
  (app: App): Handler<typeof routes.getWarRoom> =>
  ({ query, session }) =>
    look(app, session, query, ({ view, bar }) => ok(warRoomJson(bar, view, session.scope.reads !== 'all')))
