import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProjectFacts, UnitFact } from '@guatu/domain'
import {
  appendBatch,
  connectDatabase,
  type Database,
  membershipFact,
  type NewEntry,
  type NewFact,
  personFact,
  postFact,
  projectFact,
  saveAccount,
  setBusinessDate,
  startEmbedded,
  unitFact,
  withIdentity,
  withScope,
} from '@guatu/store'
import { loadSchemes } from '../../apps/server/src/scheme/load.ts'
import { hashPassword } from '../../apps/server/src/session/password.ts'
import { AS_OF, bigProjects, bigUnits, PLAN, type Size } from './facts.ts'

export const ROOT = process.cwd()
export const PASSWORD = 'measured'
const FROM = '2021-01-01'
const PROJECTS_AT_ONCE = 2000

/** Login names are the roles' and units' own; every scope that the measurements compare. */
export const LOGINS = [
  { login: 'dispatcher', role: 'dispatcher', unit: 'office' },
  { login: 'leader', role: 'leader', unit: 'office' },
  { login: 'bureau', role: 'reporter', unit: 'bureau-07' },
  { login: 'town', role: 'reporter', unit: 'town-03' },
] as const

export interface BenchWorld {
  readonly url: string
  readonly database: Database
  stop(): Promise<void>
}

/** A PostgreSQL of its own, with fsync, in a folder that goes away. */
export async function emptyWorld(): Promise<BenchWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guatu-bench-'))
  const embedded = await startEmbedded({ dataDir })
  const database = await connectDatabase(embedded.url)
  const pid = Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0])
  const abandon = () => process.kill(pid, 'SIGQUIT')
  process.once('exit', abandon)
  const stop = async () => {
    process.off('exit', abandon)
    await database.close()
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url: embedded.url, database, stop }
}

/** The plan, units, people and `size` projects with their returns, written through the ledger. */
export async function filledWorld(size: Size): Promise<BenchWorld> {
  const world = await emptyWorld()
  await fill(world.database, size)
  return world
}

export const SCOPE = { jurisdiction: PLAN, person: 'bench', reads: 'all' } as const

export interface Filling {
  readonly units: readonly UnitFact[]
  readonly logins: readonly { readonly login: string; readonly role: string; readonly unit: string }[]
  readonly projects: Iterable<ProjectFacts>
}

export const fill = (database: Database, size: Size): Promise<void> =>
  fillWith(database, { units: bigUnits, logins: LOGINS, projects: bigProjects(size) })

/** Every login has the same password. */
export async function fillWith(database: Database, { units, logins, projects }: Filling): Promise<void> {
  await loadSchemes(database, [join(ROOT, 'schemes')])
  const passwordHash = await hashPassword(PASSWORD)
  await withIdentity(database, async tx => {
    for (const { login } of logins)
      await saveAccount(tx, { jurisdiction: PLAN, login, person: login, passwordHash, active: true })
  })
  await withScope(database, SCOPE, async tx => {
    await setBusinessDate(tx, AS_OF)
    await appendBatch(tx, {
      facts: [
        ...units.map(unit => unitFact(unit, FROM)),
        ...logins.flatMap(({ login, role, unit }) => [
          personFact({ id: login, name: login }, FROM),
          postFact({ id: login, person: login, role, unit }, FROM),
        ]),
      ],
    })
  })
  let some: ProjectFacts[] = []
  for (const project of projects) {
    if (some.push(project) < PROJECTS_AT_ONCE) continue
    await append(database, some)
    some = []
  }
  await append(database, some)
}

function append(database: Database, projects: readonly ProjectFacts[]) {
  return withScope(database, SCOPE, tx =>
    appendBatch(tx, {
      facts: projects.flatMap(({ project, memberships }): NewFact[] => [
        projectFact(project, FROM),
        ...memberships.map(membership => membershipFact(membership, FROM)),
      ]),
      entries: projects.flatMap(({ project, returns }) =>
        returns.map(
          ({ period, figures }): NewEntry => ({
            subject: { kind: 'project', project: project.id },
            period,
            figures,
            origin: { via: 'setup' },
            reportedBy: project.leadUnit,
          }),
        ),
      ),
    }),
  )
}
