import type { routes, Slip } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import { issueSlips as keepSlips, withIdentity } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { newCode } from './code.ts'
import { type Holder, holders } from './holders.ts'
import { qrPath } from './qr.ts'

/** Paper travels slowly in a county; after two weeks a slip that nobody used is a risk. */
const VALID_MS = 14 * 24 * 3_600_000
export const slipExpiry = (now: number): string => new Date(now + VALID_MS).toISOString()

export const listSlips =
  (app: App): Handler<typeof routes.listSlips> =>
  async ({ session }) =>
    ok({ holders: await holders(app, session.scope) })

export const issueSlips =
  (app: App): Handler<typeof routes.issueSlips> =>
  async ({ body, session }) => {
    const issued = await issueTo(app, session, body.address, body.logins)
    return issued.ok ? ok({ jurisdictionName: session.jurisdiction.name, slips: issued.value }) : issued
  }

/** New slips for those named, or for all who have not used theirs; nobody gets one where one of them has a password. */
export async function issueTo(
  app: App,
  { scope, person }: Pick<Session, 'scope' | 'person'>,
  address: string,
  logins?: readonly string[],
): Promise<Result<Slip[], Failure>> {
  const known = await holders(app, scope)
  const wanted = logins ?? known.filter(one => one.state !== 'used').map(one => one.login)
  const chosen: Holder[] = []
  for (const login of new Set(wanted)) {
    const holder = known.find(one => one.login === login)
    if (!holder) return refuse('request.not-found')
    if (holder.state === 'used') return refuse('slip.used', { login })
    chosen.push(holder)
  }
  const expiresAt = slipExpiry(app.now())
  const printed = chosen.map(holder => printSlip(holder, address, expiresAt))
  const kept = printed.map(({ login, code }) => ({
    jurisdiction: scope.jurisdiction,
    login,
    code,
    issuedBy: person,
    expiresAt,
  }))
  await withIdentity(app.database, tx => keepSlips(tx, kept))
  return ok(printed)
}

/** A new slip as it goes on paper; its code is nowhere else. */
export function printSlip(
  { login, name, unitName }: Pick<Holder, 'login' | 'name' | 'unitName'>,
  address: string,
  expiresAt: string,
): Slip {
  const code = newCode()
  const link = `${address.replace(/\/+$/, '')}/login?code=${code}`
  return { login, name, unitName, code, link, qr: qrPath(link), expiresAt }
}
