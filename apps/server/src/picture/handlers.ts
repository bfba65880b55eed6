import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'

export const getProgress =
  (app: App): Handler<typeof routes.getProgress> =>
  async ({ params, session }) =>
    ok({ ...app.progress.get(params.id, session.person) })
