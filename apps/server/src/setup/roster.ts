import type { RosterPreview, routes } from '@guatu/contract'
import { checkRoster as check, READ_LIMITS, type Roster, readRoster } from '@guatu/documents'
import { canonicalJson, ok, type Result } from '@guatu/kernel'
import {
  accountStates,
  appendBatch,
  createAccounts,
  type Database,
  personFact,
  persons,
  postFact,
  posts,
  readScope,
  type Scope,
  type ScopedTx,
  unitFact,
  units,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler, UploadedFile } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { refusedFile } from '../import/finding.ts'
import type { FileReader } from '../import/reader.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import { FROM_THE_START } from './own.ts'
import { type Holding, planRoster, type RosterWrites } from './roster-plan.ts'
import { findingOf, rosterView } from './roster-view.ts'
import { WORDS } from './words.ts'

export const checkRoster =
  (app: App): Handler<typeof routes.checkRoster> =>
  async ({ file, session }) => {
    const read = await readFile(app.reader, file)
    return read.ok ? ok(await previewRoster(app.database, session.scope, read.value)) : read
  }

/** What the roster would do, and what is wrong with it. */
export async function previewRoster(
  database: Database,
  scope: Scope,
  read: ReadRoster,
): Promise<RosterPreview> {
  const accounts = await withIdentity(database, accountStates)
  return readScope(database, scope, async tx => judge(read, await holdingOf(tx, accounts)).preview)
}

export const saveRoster =
  (app: App): Handler<typeof routes.saveRoster> =>
  async ({ file, session }) => {
    const read = await readFile(app.reader, file)
    return read.ok ? writeRoster(app, session, read.value) : read
  }

/**
 * The preview of what was written; nothing is when there is a finding. Accounts come first: a ledger that names a person
 * without an account would leave the person outside, the other way round harms nobody.
 */
export async function writeRoster(
  app: Pick<App, 'database' | 'now'>,
  session: Pick<Session, 'scope' | 'jurisdiction'>,
  read: ReadRoster,
): Promise<Result<RosterPreview, Failure>> {
  const { database } = app
  const { scope } = session
  const accounts = await withIdentity(database, accountStates)
  const first = await readScope(database, scope, async tx => judge(read, await holdingOf(tx, accounts)))
  if (!first.writes) return refuse('roster.findings', { count: first.preview.findings.length })
  const made = [...first.writes.newLogins].map(([login, person]) => ({
    jurisdiction: scope.jurisdiction,
    login,
    person,
  }))
  await withIdentity(database, tx => createAccounts(tx, made))
  return decide(database, scope, async tx => {
    // Holds the jurisdiction's lock: what is planned now is what is written.
    await appendBatch(tx, {})
    const { preview, writes } = judge(read, await holdingOf(tx, accounts))
    const same =
      canonicalJson([...(writes?.newLogins ?? [])]) === canonicalJson([...(first.writes?.newLogins ?? [])])
    if (!writes || !same) return refuse('import.stale')
    await appendBatch(tx, { facts: factsOf(writes, await todayOf(tx, session.jurisdiction, app.now())) })
    return ok(preview)
  })
}

/** No county has more units and people; what is longer is another file. */
const LIMITS = { ...READ_LIMITS, rows: 20_000 }

export type ReadRoster = ReturnType<typeof readRoster>

export async function readFile(reader: FileReader, file: UploadedFile): Promise<Result<ReadRoster, Failure>> {
  const cells = await reader.cells(file, LIMITS)
  if (cells.ok) return ok(readRoster(cells.value, WORDS))
  return cells.error === 'busy' ? refuse('server.busy') : { ok: false, error: refusedFile(cells.error) }
}

const NOTHING: Roster = { units: [], posts: [], columns: { units: {}, posts: {} } }

/** What the roster would do; no writes where something is wrong. */
function judge(
  { roster, faults }: ReadRoster,
  held: Holding,
): { readonly preview: RosterPreview; readonly writes?: RosterWrites } {
  const names = new Map(held.persons.map(person => [person.id, person.name]))
  const logins = new Map([...held.logins].map(([login, person]) => [login, names.get(person) ?? login]))
  const wrong = [...faults, ...check(roster, { units: held.units, logins, foreign: held.foreign })]
  const writes = planRoster(wrong.length > 0 ? NOTHING : roster, held)
  const preview = { ...rosterView(held, writes), findings: wrong.map(findingOf) }
  return wrong.length > 0 ? { preview } : { preview, writes }
}

type Accounts = Awaited<ReturnType<typeof accountStates>>

export async function holdingOf(tx: ScopedTx, accounts: Accounts): Promise<Holding> {
  const home = tx.scope.jurisdiction
  return {
    units: await units(tx),
    persons: await persons(tx),
    posts: await posts(tx),
    logins: new Map(accounts.filter(one => one.jurisdiction === home).map(one => [one.login, one.person])),
    foreign: new Set(accounts.filter(one => one.jurisdiction !== home).map(one => one.login)),
  }
}

const factsOf = (writes: RosterWrites, today: string) => [
  ...writes.newUnits.map(unit => unitFact(unit, FROM_THE_START)),
  ...writes.changedUnits.map(unit => unitFact(unit, today)),
  ...writes.newPersons.map(person => personFact(person, FROM_THE_START)),
  ...writes.changedPersons.map(person => personFact(person, today)),
  ...writes.newPosts.map(post => postFact(post, FROM_THE_START)),
]
