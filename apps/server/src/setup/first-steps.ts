import type { routes } from '@guatu/contract'
import { addMonths, type Day, type Month, monthOf, ok } from '@guatu/kernel'
import { readFacts, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import { holders } from '../slip/holders.ts'

/** The last month that has ended. */
export const lastMonth = (today: Day): Month => addMonths(monthOf(today), -1)

export const firstSteps =
  (app: App): Handler<typeof routes.firstSteps> =>
  async ({ session }) => {
    const known = await holders(app, session.scope)
    const count = (...states: readonly string[]) => known.filter(one => states.includes(one.state)).length
    return readScope(app.database, session.scope, async tx => {
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const facts = await readFacts(tx, { asOf: today })
      return ok({
        plan: (await schemeAt(tx, { asOf: today })).scheme.name,
        units: facts.units.length,
        people: known.length,
        projects: facts.projects.length,
        slips: { none: count('none', 'expired'), issued: count('issued'), used: count('used') },
        returns: facts.returns.length,
        period: lastMonth(today),
      })
    })
  }
