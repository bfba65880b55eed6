import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  appendBatch,
  type Database,
  type KeyRing,
  membershipFact,
  type NewFact,
  personFact,
  postFact,
  projectFact,
  returnFact,
  type Scope,
  saveAccount,
  setBusinessDate,
  unitFact,
  withIdentity,
  withScope,
} from '@guatu/store'
import { testDatabase } from '@guatu/store/testing'
import { loadSchemes } from '../scheme/load.ts'
import { hashPassword } from '../session/password.ts'
import { Client } from './client.ts'
import { serverFor } from './world.ts'

const SCHEMES = fileURLToPath(new URL('../../../../schemes', import.meta.url))
const PASSWORD = 'guatu-test'
const FROM = '2020-01-01'
export const HOME: Scope = { jurisdiction: 'zhashui', person: 'setup', reads: 'all' }

/** May 2020: opens on its last day, due on Friday 5 June, locked from 9 June on. */
export const PERIOD = '2020-05'

/** Login, role, unit. The station lies below the bureau of housing; the office lies beside them. */
export const PEOPLE = [
  ['own', 'reporter', 'station'],
  ['own2', 'reporter', 'station'],
  ['above', 'reporter', 'housing'],
  ['other', 'reporter', 'water'],
  ['office', 'dispatcher', 'office'],
  ['office2', 'dispatcher', 'office'],
  ['leader', 'leader', 'county'],
  ['inspector', 'inspector', 'county'],
  ['administrator', 'administrator', 'county'],
] as const
export type Who = (typeof PEOPLE)[number][0]

export interface PeriodWorld {
  readonly database: Database
  /** The reading thread. */
  readonly workerUrl: URL
  /** Those of its server. */
  readonly keys: KeyRing
  readonly clients: Readonly<Record<Who, Client>>
  today(day: string): Promise<void>
  write(...facts: NewFact[]): Promise<void>
  /** Puts the station's return of the period where a test wants it. */
  stand(state: 'open' | 'submitted' | 'returned' | 'accepted' | 'frozen', more?: object): Promise<void>
}

/**
 * The smallest jurisdiction in which a return goes all its ways. Projects a and b are the station's, c housing's, w water's.
 * `clocks`: of the monthly return, beside its due day.
 */
export async function periodWorld(day = '2020-06-01', clocks = 'lockWorkingDays: 2'): Promise<PeriodWorld> {
  const database = await testDatabase()
  await loadSchemes(database, [await schemeWith(clocks)])
  const passwordHash = await hashPassword(PASSWORD)
  await withIdentity(database, async tx => {
    for (const [login] of PEOPLE)
      await saveAccount(tx, {
        jurisdiction: HOME.jurisdiction,
        login,
        person: login,
        passwordHash,
        active: true,
      })
  })
  const write = async (...facts: NewFact[]) => {
    await withScope(database, HOME, tx => appendBatch(tx, { facts }))
  }
  const today = (to: string) => withScope(database, HOME, tx => setBusinessDate(tx, to))
  await today(day)
  await write(
    ...UNITS.map(([id, parent]) =>
      unitFact({ id, name: `${id}局`, kind: 'bureau', ...(parent && { parent }) }, FROM),
    ),
    ...PEOPLE.flatMap(([login, role, unit]) => [
      personFact({ id: login, name: `人员${login}` }, FROM),
      postFact({ id: login, person: login, role, unit, head: login === 'above' }, FROM),
    ]),
    ...PROJECTS.flatMap(([id, leadUnit]) => [
      projectFact({ id, name: `项目${id}`, leadUnit, totalInvest: 1_000_000_000 }, FROM),
      membershipFact(
        { project: id, list: 'key', year: 2020, nature: 'continuing', annualPlan: 500_000_000 },
        FROM,
      ),
    ]),
  )
  await withScope(database, HOME, tx =>
    appendBatch(tx, {
      entries: PROJECTS.map(([project, reportedBy]) => ({
        subject: { kind: 'project', project },
        period: '2020-04',
        figures: { 'invest-ytd': 123_450_000, stage: 'started', 'started-on': '2020-01-08' },
        origin: { via: 'setup' },
        reportedBy,
      })),
    }),
  )
  const { url, workerUrl, keys } = await serverFor(database)
  const clients = {} as Record<Who, Client>
  for (const [login] of PEOPLE) {
    clients[login] = new Client(url)
    await clients[login].signIn(login, PASSWORD)
  }
  const stand: PeriodWorld['stand'] = (state, more = {}) =>
    write(
      returnFact(
        {
          ...{ unit: 'station', period: PERIOD, state, action: 'save', rows: [], cadences: [], passed: [] },
          ...{ reasons: [], ...more },
        },
        day,
      ),
    )
  return { database, workerUrl, keys, clients, today, write, stand }
}

const UNITS = [
  ['county', undefined],
  ['office', 'county'],
  ['housing', 'county'],
  ['station', 'housing'],
  ['water', 'county'],
] as const
const PROJECTS = [
  ['a', 'station'],
  ['b', 'station'],
  ['c', 'housing'],
  ['w', 'water'],
] as const

/** The plan of Zhashui, which sets no lock, with these clocks of its monthly return beside the due day. */
async function schemeWith(clocks: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-scheme-'))
  await mkdir(join(folder, 'zhashui'))
  for (const file of ['scheme.yaml', 'clauses.yaml']) {
    const text = await readFile(join(SCHEMES, 'zhashui', file), 'utf8')
    const locked = text.replace(
      'dueDays: 5,\n      asksReturn',
      `dueDays: 5,\n      ${clocks},\n      asksReturn`,
    )
    await writeFile(join(folder, 'zhashui', file), locked)
  }
  return folder
}
