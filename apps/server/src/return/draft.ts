import type { routes } from '@guatu/contract'
import { sideOf, stepOf, unitTree } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import { returnByKey, saveReturnDraft, units } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { stateOf } from './known.ts'
import { refusalOf } from './refusal.ts'
import { sees } from './sheet.ts'

/** What is typed and not sent, kept for the whole unit. It changes nothing that counts. */
export const keepDraft =
  (app: App): Handler<typeof routes.keepDraft> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { unit, period } = params
      if (!sees(tx, unit)) return refuse('request.not-found')
      const state = stateOf(await returnByKey(tx, unit, period))
      const side = sideOf(session.post, unit, unitTree(await units(tx)))
      const step = stepOf(state?.state ?? 'open', 'save', side)
      if (step.startsWith('return.')) return refusalOf({ code: step }, { period }, state)
      const kept = await saveReturnDraft(tx, { unit, period, body: body.body }, body.version)
      if (!kept.ok) return refuse('return.draft-changed')
      return ok({ version: kept.value, savedAt: new Date(app.now()).toISOString() })
    })
