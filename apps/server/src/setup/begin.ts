import { PASSWORD_LEAST, type routes } from '@guatu/contract'
import { isLogin } from '@guatu/documents'
import { ok, type Result } from '@guatu/kernel'
import {
  beginSetup,
  createJurisdiction,
  currentSetup,
  type Database,
  saveAccount,
  sha256,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { SchemeFile } from '../scheme/load.ts'
import { hashPassword } from '../session/password.ts'
import { isEmpty } from './desk.ts'
import { writeOwn } from './own.ts'
import { progressOf } from './progress.ts'

export interface Beginning {
  /** Code of the national list; absent for a zone that has none. */
  readonly region?: string
  readonly name: string
  /** The bureau that dispatches. */
  readonly bureau: string
  /** Who sets up: the first account. */
  readonly person: string
  readonly login: string
  readonly password: string
}

export const setupBegin =
  (app: App): Handler<typeof routes.setupBegin> =>
  async ({ body }) => {
    const begun = await begin(app.database, app.setup?.schemes ?? [], body)
    return begun.ok ? ok(await progressOf(app)) : begun
  }

/** One at a time, so that two who begin at once do not make two jurisdictions. */
let last: Promise<unknown> = Promise.resolve()

/** The jurisdiction and the first account; gives its id. Nobody can sign in before there is a plan. */
export function begin(
  database: Database,
  schemes: readonly SchemeFile[],
  beginning: Beginning,
): Promise<Result<string, Failure>> {
  const next = last.then(() => beginAlone(database, schemes, beginning))
  last = next.catch(() => undefined)
  return next
}

async function beginAlone(
  database: Database,
  schemes: readonly SchemeFile[],
  { region, name, bureau, person, login, password }: Beginning,
): Promise<Result<string, Failure>> {
  const id = jurisdictionId(region, name, schemes)
  const setup = await currentSetup(database)
  // Cut short before it had its people: whoever comes again for the same region begins anew.
  if (setup && (setup.jurisdiction !== id || !(await isEmpty(database)))) return refuse('setup.begun')
  if (!isLogin(login)) return refuse('login.form')
  if ([...password].length < PASSWORD_LEAST) return refuse('password.too-short', { least: PASSWORD_LEAST })
  const passwordHash = await hashPassword(password)
  await createJurisdiction(database, { id, name })
  await beginSetup(database, { jurisdiction: id, region, login })
  await withIdentity(database, tx =>
    saveAccount(tx, { jurisdiction: id, login, person: login, passwordHash, active: true }),
  )
  await writeOwn(database, id, { name, bureau, person, login })
  return ok(id)
}

/** That of the plan which was issued for this very region, so that it can be used as it is; else one of the region's own. */
function jurisdictionId(region: string | undefined, name: string, schemes: readonly SchemeFile[]): string {
  const issued = schemes.find(({ parsed }) => region && parsed.scheme.jurisdiction.region === region)
  if (issued) return issued.parsed.scheme.jurisdiction.id
  return region ? `r${region}` : `z${sha256(name).slice(0, 8)}`
}
