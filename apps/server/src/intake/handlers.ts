import { createHash } from 'node:crypto'
import type { Body, routes } from '@guatu/contract'
import { ok, periodKind } from '@guatu/kernel'
import { readScope, type ScopedTx, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler, UploadedFile } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { oneAhead } from './ahead.ts'
import { type Ground, groundOf } from './ground.ts'
import {
  type Chosen,
  type Kept,
  keepBytes,
  keepFile,
  keepIntake,
  keptFile,
  keptFiles,
  keptIntake,
  openIntakes,
} from './kept.ts'
import { badFile, openArrived, readArrived } from './read.ts'
import { reopen } from './reopen.ts'
import { fileViews, intakeView } from './view.ts'

export const listIntakes =
  (app: App): Handler<typeof routes.listIntakes> =>
  ({ session }) =>
    withScope(app.database, session.scope, async tx => ok({ intakes: await openIntakes(tx, app.now()) }))

export const getIntake =
  (app: App): Handler<typeof routes.getIntake> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      const kept = await keptIntake(tx, params.id)
      if (!kept) return refuse('request.not-found')
      const ground = await groundOf(app, tx, session)
      return ok(await intakeView(tx, ground, params.id, kept, await keptFiles(tx, params.id)))
    })

/** The same bytes under the same name are the same file. */
const fileIdOf = ({ name, bytes }: UploadedFile) =>
  createHash('sha256').update(name).update('\n').update(bytes).digest('hex').slice(0, 32)

export const addToIntake =
  (app: App): Handler<typeof routes.addToIntake> =>
  async ({ params, file: upload, session }) => {
    const id = fileIdOf(upload)
    const arrived = { id, upload }
    const before = await readScope(app.database, session.scope, tx => keptFile(tx, params.id, id))
    const opened = before ? undefined : await openArrived(app, session, arrived)
    if (opened && !opened.ok && opened.error.code === 'server.busy') return opened
    return withScope(app.database, session.scope, async tx => {
      const known = before ?? (await keptFile(tx, params.id, id))
      const ground = await groundOf(app, tx, session)
      const kept = (await keptIntake(tx, params.id)) ?? (await begun(tx, params.id, ground))
      const file =
        known ??
        (opened?.ok
          ? await readArrived(tx, session, ground, kept, arrived, opened.value, {})
          : badFile(arrived, opened?.error ?? { code: 'file.refused' }))
      if (!known) {
        await keepFile(tx, params.id, file)
        await keepBytes(tx, params.id, id, upload)
      }
      const [view] = await fileViews(tx, [file])
      return view ? ok({ file: view }) : refuse('request.not-found')
    })
  }

/** Of the period that is due newest. */
async function begun(tx: ScopedTx, id: string, { periods }: Ground): Promise<Kept> {
  const [period] = periods
  const kept: Kept = { choose: {}, ...(period !== undefined && { period }) }
  await keepIntake(tx, id, kept)
  return kept
}

type Decided = Body<typeof routes.decideIntake>

export const decideIntake =
  (app: App): Handler<typeof routes.decideIntake> =>
  async ({ params, body, session }) => {
    const { id } = params
    const wrong = wrongPeriod(body)
    if (wrong) return refuse('request.invalid', { place: wrong })
    const decided = await withScope(app.database, session.scope, async tx => {
      const before = await keptIntake(tx, id)
      const ground = await groundOf(app, tx, session)
      if (!before && body.period === undefined) return undefined
      const kept: Kept = {
        ...before,
        ...(body.period !== undefined && { period: body.period }),
        choose: { ...before?.choose, ...body.choose },
      }
      await keepIntake(tx, id, kept)
      const again: { file: string; chosen: Chosen }[] = []
      for (const one of await keptFiles(tx, id)) {
        if (one.done) continue
        const given = body.files?.[one.file.id]
        const chosen = { ...one.chosen, ...defined(given ?? {}) }
        const onlyTake = given && Object.keys(defined(given)).every(key => key === 'take')
        if (given && onlyTake && one.file.fault === null)
          await keepFile(tx, id, { ...one, chosen, file: { ...one.file, take: given.take ?? one.file.take } })
        else if (given || body.period !== undefined) again.push({ file: one.file.id, chosen })
      }
      return { ground: ground.known.today, again }
    })
    if (!decided) return refuse('request.not-found')
    const reading = oneAhead(decided.again, ({ file }) => reopen(app, session, id, file))
    for await (const [{ file, chosen }, { upload, opened }] of reading) {
      if (!upload || !opened) return refuse('request.not-found')
      if (!opened.ok && opened.error.code === 'server.busy') return opened
      await withScope(app.database, session.scope, async tx => {
        const kept = (await keptIntake(tx, id)) ?? { choose: {} }
        const ground = await groundOf(app, tx, session)
        const arrived = { id: file, upload }
        const next = opened.ok
          ? await readArrived(tx, session, ground, kept, arrived, opened.value, chosen)
          : badFile(arrived, opened.error)
        await keepFile(tx, id, next)
      })
    }
    return readScope(app.database, session.scope, async tx => {
      const ground = await groundOf(app, tx, session)
      const kept = (await keptIntake(tx, id)) ?? { choose: {} }
      return ok(await intakeView(tx, ground, id, kept, await keptFiles(tx, id)))
    })
  }

const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>

const wrongPeriod = ({ period, files = {} }: Decided): string | undefined => {
  if (period !== undefined && !periodKind(period)) return 'body.period'
  const bad = Object.entries(files).find(([, one]) => one.period !== undefined && !periodKind(one.period))
  return bad && `body.files.${bad[0]}.period`
}
