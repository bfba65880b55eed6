import type { routes } from '@guatu/contract'
import { must, ok } from '@guatu/kernel'
import { currentSetup } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'

/** Only where nobody has begun: everyone knows the demo's password. */
export const setupDemo =
  (app: App): Handler<typeof routes.setupDemo> =>
  async () => {
    if (await currentSetup(app.database)) return refuse('setup.begun')
    const plans = await must(app.setup, 'a desk to set up at').loadDemo()
    return ok({
      accounts: plans.flatMap(({ accounts }) => accounts.map(({ login, name }) => ({ login, name }))),
    })
  }
