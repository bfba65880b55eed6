import type { Response, routes } from '@guatu/contract'
import { compareText, groupBy } from '@guatu/kernel'
import {
  type AccountState,
  accountStates,
  personNames,
  posts,
  readScope,
  type Scope,
  slips,
  units,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'

export type Holder = Response<typeof routes.listSlips>['holders'][number]

/** Everyone of the jurisdiction who can sign in and holds a post, in the order of their units. */
export async function holders(app: App, scope: Scope): Promise<Holder[]> {
  const known = await withIdentity(app.database, accountStates)
  const own = known.filter(one => one.jurisdiction === scope.jurisdiction && one.active)
  const now = new Date(app.now()).toISOString()
  return readScope(app.database, scope, async tx => {
    const names = await personNames(tx)
    const unitNames = new Map((await units(tx)).map(unit => [unit.id, unit.name]))
    const held = groupBy(await posts(tx), post => post.person)
    const issued = new Map((await slips(tx)).map(slip => [slip.login, slip]))
    const list = own.flatMap((account): Holder[] => {
      const theirs = held.get(account.person)
      const [first] = theirs ?? []
      if (!theirs || !first) return []
      const slip = issued.get(account.login)
      return [
        {
          login: account.login,
          name: names.get(account.person) ?? account.login,
          unit: first.unit,
          unitName: unitNames.get(first.unit) ?? first.unit,
          roles: [...new Set(theirs.map(post => post.role))],
          state: stateOf(account, slip?.expiresAt, now),
          expiresAt: slip && !slip.usedAt ? slip.expiresAt : null,
        },
      ]
    })
    const order = [...unitNames.keys()]
    return list.sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit) || compareText(a.login, b.login))
  })
}

function stateOf({ hasPassword }: AccountState, expiresAt: string | undefined, now: string): Holder['state'] {
  if (hasPassword) return 'used'
  if (expiresAt === undefined) return 'none'
  return expiresAt > now ? 'issued' : 'expired'
}
