import type { Body, routes } from '@guatu/contract'
import { must, ok, type Result } from '@guatu/kernel'
import { lint, parseScheme } from '@guatu/scheme'
import {
  appendBatch,
  currentSetup,
  type Database,
  factsInForce,
  finishSetup,
  jurisdictions,
  posts,
  type Setup,
  units,
  withScope,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { schemeFact } from '../moment/scheme.ts'
import { dayIn } from '../moment/today.ts'
import { returnsFromFact } from '../return/from.ts'
import { type SchemeFile, SYSTEM } from '../scheme/load.ts'
import { meOf } from '../session/me.ts'
import { openSession } from '../session/open.ts'
import { blankPlan, type PlanFor } from './blank-plan.ts'
import { copyPlan } from './copy-plan.ts'
import { isEmpty } from './desk.ts'

export type PlanChoice = Body<typeof routes.setupPlan>

export const setupPlan =
  (app: App): Handler<typeof routes.setupPlan> =>
  async ({ body, setCookie }) => {
    const { schemes } = must(app.setup, 'a desk to set up at')
    const chosen = await choosePlan(app.database, schemes, body, app.now())
    if (!chosen.ok) return chosen
    const { setup, left } = chosen.value
    const session = must(await openSession(app, setup, setCookie), 'a post of who sets up')
    return ok({ me: await meOf(app, session), left: [...left] })
  }

/** Puts the plan into the ledger as a fact and ends the setup: from now on its first account signs in. */
export async function choosePlan(
  database: Database,
  schemes: readonly SchemeFile[],
  choice: PlanChoice,
  now: number,
): Promise<Result<{ readonly setup: Setup; readonly left: readonly string[] }, Failure>> {
  const setup = await currentSetup(database)
  if (!setup || (await isEmpty(database))) return refuse('setup.not-begun')
  const scope = { jurisdiction: setup.jurisdiction, person: SYSTEM, reads: 'all' as const }
  const name = must(
    (await jurisdictions(database)).find(one => one.id === setup.jurisdiction),
    'the jurisdiction that is set up',
  ).name
  const written = await withScope(database, scope, async tx => {
    if ((await factsInForce(tx, ['scheme'], { asOf: '9999-12-31' })).length > 0) return { left: [] }
    const [post] = await posts(tx, setup.login)
    const bureau = (await units(tx)).find(unit => unit.id === post?.unit)
    const own: PlanFor = {
      id: setup.jurisdiction,
      name,
      nameEn: choice.nameEn ?? name,
      office: bureau?.name ?? name,
      region: setup.region,
      year: choice.year,
    }
    const plan = planText(schemes, choice, own)
    if (!plan) return undefined
    const { parsed } = parseScheme(plan.text, 'scheme.yaml')
    const wrong = parsed ? lint(parsed).filter(one => one.severity === 'error') : []
    if (!parsed || wrong.length > 0)
      throw new Error(`the plan made for ${own.id} is wrong: ${wrong.map(one => one.message).join('; ')}`)
    const today = dayIn(parsed.scheme.timeZone, now)
    await appendBatch(tx, {
      facts: [schemeFact(parsed, plan.text, plan.clauses), returnsFromFact(today)],
    })
    return { left: plan.left }
  })
  if (!written) return refuse('setup.no-plan')
  if (!(await finishSetup(database, setup.jurisdiction))) return refuse('setup.begun')
  return ok({ setup, left: written.left })
}

interface PlanText {
  readonly text: string
  readonly left: readonly string[]
  /** Of the plan that it was made from: items go on citing those clauses. */
  readonly clauses?: string
}

/** Undefined where the choice names no plan, or one of another region is to be used as it is. */
function planText(
  schemes: readonly SchemeFile[],
  { kind, plan, list }: PlanChoice,
  own: PlanFor,
): PlanText | undefined {
  if (kind === 'blank') return { text: blankPlan(own, list ?? '重点项目'), left: [] }
  const model = schemes.find(one => one.parsed.scheme.scheme === plan)
  if (!model) return undefined
  const { clauses } = model
  const { scheme } = model.parsed
  if (kind === 'copy') return { ...copyPlan(model.text, scheme, own), clauses }
  return scheme.jurisdiction.id === own.id ? { text: model.text, left: [], clauses } : undefined
}
