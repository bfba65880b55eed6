import type { RosterPreview, Slip } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import { currentSetup, type Database, factsInForce, jurisdictions, readScope, type Setup } from '@guatu/store'
import { type App, makeApp } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { errorBodyOf, type Failure, refuse } from '../http/failure.ts'
import type { SchemeFile } from '../scheme/load.ts'
import { type Session, sessionOf } from '../session/session.ts'
import { issueTo } from '../slip/issue.ts'
import { type Beginning, begin } from './begin.ts'
import { isEmpty } from './desk.ts'
import { choosePlan, type PlanChoice } from './plan.ts'
import { previewRoster, readFile, writeRoster } from './roster.ts'

export interface SetupAsked {
  /** The built reading thread. */
  readonly workerUrl: URL
  readonly schemes: readonly SchemeFile[]
  /** Left alone where it was begun before. */
  readonly beginning?: Beginning
  /** Left alone where a plan was chosen before. */
  readonly plan?: PlanChoice
  readonly roster?: UploadedFile
  /** Where the people reach the server: gives all who have not used theirs a new slip. */
  readonly slipsFor?: string
}

export interface SetupReport {
  readonly jurisdiction: string
  readonly name: string
  readonly login: string
  readonly plan: string
  /** What a copied plan leaves out. */
  readonly left: readonly string[]
  /** Null where no roster was given, or something is wrong with it. */
  readonly counts: RosterPreview['counts'] | null
  /** Cells that must be mended: nothing of the roster is written while there is one. */
  readonly findings: RosterPreview['findings']
  readonly slips: readonly Omit<Slip, 'qr'>[]
}

/** A refusal in both languages. */
interface Refusal {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** The steps of the setup that are asked for, each left alone where it was done before. */
export async function setUp(database: Database, asked: SetupAsked): Promise<Result<SetupReport, Refusal>> {
  const done = await steps(database, asked)
  return done.ok ? done : { ok: false, error: errorBodyOf(done.error).error }
}

async function steps(database: Database, asked: SetupAsked): Promise<Result<SetupReport, Failure>> {
  const empty = await isEmpty(database)
  if (!empty && !(await currentSetup(database))) return refuse('setup.closed')
  if (empty) {
    if (!asked.beginning) return refuse('setup.not-begun')
    const begun = await begin(database, asked.schemes, asked.beginning)
    if (!begun.ok) return begun
  }
  const app = makeApp(database, asked.workerUrl)
  const planned = await plan(app, asked)
  if (!planned.ok) return planned
  const { setup, left } = planned.value
  const { jurisdiction, login } = setup
  const session = await sessionOf(database, { jurisdiction, person: login, login, token: '' })
  if (!session) return refuse('role.not-allowed')
  const people = await rosterStep(app, session, asked.roster)
  if (!people.ok) return people
  const slips =
    asked.slipsFor !== undefined && people.value.findings.length === 0
      ? await issueTo(app, session, asked.slipsFor)
      : ok([])
  if (!slips.ok) return slips
  return ok({
    jurisdiction,
    name: (await jurisdictions(database)).find(one => one.id === jurisdiction)?.name ?? jurisdiction,
    login,
    plan: await planId(database, session),
    left,
    ...people.value,
    slips: slips.value.map(({ qr: _, ...slip }) => slip),
  })
}

async function plan(
  { database, now }: App,
  { schemes, plan: choice }: SetupAsked,
): Promise<Result<{ readonly setup: Setup; readonly left: readonly string[] }, Failure>> {
  const setup = await currentSetup(database)
  if (setup?.finishedAt) return ok({ setup, left: [] })
  return choice ? choosePlan(database, schemes, choice, now()) : refuse('setup.no-plan')
}

const planId = (database: Database, { scope }: Session): Promise<string> =>
  readScope(database, scope, async tx => {
    const known = await factsInForce(tx, ['scheme'], { asOf: '9999-12-31' })
    return known.map(one => one.subject).join(' ')
  })

async function rosterStep(
  app: App,
  session: Session,
  file: UploadedFile | undefined,
): Promise<Result<Pick<SetupReport, 'counts' | 'findings'>, Failure>> {
  if (!file) return ok({ counts: null, findings: [] })
  const read = await readFile(app.reader, file)
  if (!read.ok) return read
  const { findings } = await previewRoster(app.database, session.scope, read.value)
  if (findings.length > 0) return ok({ counts: null, findings })
  const written = await writeRoster(app, session, read.value)
  return written.ok ? ok({ counts: written.value.counts, findings: [] }) : written
}
