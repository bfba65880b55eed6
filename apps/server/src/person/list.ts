import { type PersonRow, ROLES, type routes } from '@guatu/contract'
import { mayKeepPost, mayList, mayReset } from '@guatu/domain'
import { groupBy, ok } from '@guatu/kernel'
import {
  type AccountState,
  accountStates,
  factHistory,
  readScope,
  type ScopedTx,
  slips,
  units,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { todayOf } from '../moment/today.ts'
import { auditLog } from './audit.ts'
import { people, wholeScope } from './people.ts'

export const listPersons =
  (app: App): Handler<typeof routes.listPersons> =>
  async ({ session }) => {
    const accounts = await withIdentity(app.database, accountStates)
    const own = new Map(
      accounts.filter(one => one.jurisdiction === session.jurisdiction.id).map(one => [one.person, one]),
    )
    return readScope(app.database, wholeScope(session), async tx => {
      const all = await people(tx, session)
      const names = new Map(all.persons.map(one => [one.id, one.name]))
      const known = await units(tx)
      const unitNames = new Map(known.map(unit => [unit.id, unit.name]))
      const open = new Map(
        (await slips(tx)).filter(slip => !slip.usedAt).map(slip => [slip.login, slip.expiresAt]),
      )
      const now = new Date(app.now()).toISOString()
      const stateOf = ({ active, hasPassword, login }: AccountState): PersonRow['state'] => {
        if (!active) return 'closed'
        if (hasPassword) return 'active'
        return (open.get(login) ?? '') > now ? 'slip' : 'no-password'
      }
      const history = await postHistory(tx, id => unitNames.get(id) ?? id)
      const keeps = (role: string) => mayKeepPost(all.act('').actor, role)
      const keeper = ROLES.some(keeps)
      const seen = all.persons.filter(one => own.has(one.id) && mayList(all.act(one.id)))
      return ok({
        today: await todayOf(tx, session.jurisdiction, app.now()),
        persons: seen.map(({ id, name, phone }): PersonRow => {
          const account = own.get(id)
          const held = all.postsOf(id)
          return {
            id,
            name,
            phone: phone ?? null,
            login: account?.login ?? null,
            state: account ? stateOf(account) : 'closed',
            posts: (history.get(id) ?? []).map(post => ({
              ...post,
              mayEnd: post.ended === null && keeps(post.role),
            })),
            mayReset: account?.active === true && mayReset(all.act(id)),
            mayHandOver: id !== session.person && held.length > 0 && held.every(post => keeps(post.role)),
          }
        }),
        units: known.map(({ id, name, parent }) => ({ id, name, parent: parent ?? null })),
        gives: ROLES.filter(keeps),
        log: keeper ? await auditLog(tx, id => names.get(id) ?? id) : [],
      })
    })
  }

type PostView = Omit<PersonRow['posts'][number], 'mayEnd'>

/** Every post that was ever held, by person: in force first, then the ended ones. */
async function postHistory(tx: ScopedTx, unitName: (id: string) => string): Promise<Map<string, PostView[]>> {
  const written = groupBy(await factHistory(tx, 'post'), fact => fact.subject)
  const views = [...written].flatMap(([id, facts]) => {
    const ordered = [...facts].sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom ? a.seq - b.seq : a.effectiveFrom < b.effectiveFrom ? -1 : 1,
    )
    const [first, last] = [ordered[0], ordered.at(-1)]
    if (!first || !last) return []
    const { person, unit, role, head } = last.body as {
      person: string
      unit: string
      role: string
      head?: boolean
    }
    // Begun and taken back on one day: it was never held.
    if (last.removed && last.effectiveFrom === first.effectiveFrom) return []
    const from = first.effectiveFrom
    const ended = last.removed ? last.effectiveFrom : null
    return [{ person, view: { id, unit, unitName: unitName(unit), role, head: head ?? false, from, ended } }]
  })
  const sorted = views.sort((a, b) => Number(a.view.ended !== null) - Number(b.view.ended !== null))
  return new Map(
    [...groupBy(sorted, one => one.person)].map(([person, all]) => [person, all.map(one => one.view)]),
  )
}
