import type { Response, routes } from '@guatu/contract'
import { must, ok, yearOf } from '@guatu/kernel'
import { currentSetup, type Jurisdiction, jurisdictions, type Setup } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { dayIn } from '../moment/today.ts'
import { isEmpty, isOpen } from './desk.ts'

export const setupState =
  (app: App): Handler<typeof routes.setupState> =>
  async () => {
    const open = app.setup !== undefined && (await isOpen(app.database, await currentSetup(app.database)))
    return ok({ open })
  }

export const setupProgress =
  (app: App): Handler<typeof routes.setupProgress> =>
  async () =>
    ok(await progressOf(app))

const TIME_ZONE = 'Asia/Shanghai'

/** The year that runs where the bureau is. */
const yearNow = (app: App): number => yearOf(dayIn(TIME_ZONE, app.now()))

export async function progressOf(app: App): Promise<Response<typeof routes.setupProgress>> {
  const setup = await currentSetup(app.database)
  const begun = await begunOf(app, setup)
  const { schemes } = must(app.setup, 'a desk to set up at')
  return {
    jurisdiction: begun ? { id: begun.id, name: begun.name } : null,
    login: (begun && setup?.login) ?? null,
    plans: schemes.map(({ parsed: { scheme } }) => ({
      id: scheme.scheme,
      name: scheme.name,
      nameEn: scheme.nameEn,
      jurisdictionName: scheme.jurisdiction.name,
      year: yearOf(scheme.inForce.from),
      lists: scheme.lists.length,
      lights: scheme.lights.length,
      targets: scheme.targets.length,
      own: scheme.jurisdiction.id === begun?.id,
    })),
    year: yearNow(app),
  }
}

/** The jurisdiction that was begun, once it has its first people. */
async function begunOf({ database }: App, setup: Setup | undefined): Promise<Jurisdiction | undefined> {
  if (!setup || (await isEmpty(database))) return undefined
  return (await jurisdictions(database)).find(one => one.id === setup.jurisdiction)
}
