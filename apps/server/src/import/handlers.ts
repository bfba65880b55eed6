import { randomUUID } from 'node:crypto'
import type { ImportPreview, routes } from '@guatu/contract'
import { AMOUNT_UNITS } from '@guatu/documents'
import { ok, periodKind, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { readScope, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler, UploadedFile } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { beginDraft, type Choices, type Draft, draftById, draftFile, saveDraft } from './draft.ts'
import { fieldsOf, indicatorFields } from './fields.ts'
import { hashOfPlan } from './plan.ts'
import { openFile, planOpened } from './work.ts'

export const uploadImport =
  (app: App): Handler<typeof routes.uploadImport> =>
  async ({ file, session }) => {
    const opened = await openFile(app, session, file, undefined, () => ok({}))
    if (!opened.ok) return opened
    return withScope(app.database, session.scope, async tx => {
      const { mapping, choices } = opened.value
      const begun: Draft = {
        id: randomUUID(),
        fileName: file.name,
        state: 'open',
        choices,
        mapping,
        planned: '',
      }
      const { planned, preview } = await planOpened(app, tx, session, begun, opened.value)
      await beginDraft(tx, { ...begun, planned: await hashOfPlan(planned.plan) }, file, app.now())
      return ok(preview)
    })
  }

export const getImport =
  (app: App): Handler<typeof routes.getImport> =>
  async ({ params, session }) => {
    const { draft, file } = await keptDraft(app, session, params.id)
    if (draft?.preview) return ok({ ...draft.preview, state: draft.state })
    if (!draft || !file) return refuse('request.not-found')
    return planAnew(app, session, draft, file, () => ok(draft.choices))
  }

export const decideImport =
  (app: App): Handler<typeof routes.decideImport> =>
  async ({ params, body, session }) => {
    const { draft, file } = await keptDraft(app, session, params.id)
    if (draft && draft.state !== 'open') return refuse('import.done')
    if (!draft || !file) return refuse('request.not-found')
    return planAnew(app, session, draft, file, scheme => {
      const wrong = wrongChoice(body, scheme)
      if (wrong) return refuse('request.invalid', { place: `body.${wrong}` })
      // Another sheet has other columns and rows; other contents have other fields.
      const kept = body.sheet === undefined && body.holds === undefined ? draft.choices : {}
      return ok({ ...kept, ...given(body) })
    })
  }

const given = (choices: Choices): Choices =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined))

export const keptDraft = (app: App, session: Session, id: string) =>
  readScope(app.database, session.scope, async tx => ({
    draft: await draftById(tx, id),
    file: await draftFile(tx, id),
  }))

/** Plans the file with these choices and keeps what the preview then says. */
async function planAnew(
  app: App,
  session: Session,
  draft: Draft,
  file: UploadedFile,
  choose: (scheme: Scheme) => Result<Choices, Failure>,
): Promise<Result<ImportPreview, Failure>> {
  const opened = await openFile(app, session, file, draft.mapping, choose)
  if (!opened.ok) return opened
  const { choices, table } = opened.value
  if (choices.sheet !== undefined && !table.sheets.some(one => one.name === choices.sheet))
    return refuse('request.invalid', { place: 'body.sheet' })
  return withScope(app.database, session.scope, async tx => {
    const changed = { ...draft, choices }
    const { planned, preview } = await planOpened(app, tx, session, changed, opened.value)
    await saveDraft(tx, { ...changed, planned: await hashOfPlan(planned.plan) })
    return ok(preview)
  })
}

/** The first choice that names nothing there is; undefined when all can be taken. */
function wrongChoice(choices: Choices, scheme: Scheme): keyof Choices | undefined {
  const { period, list, columns } = choices
  if (period !== undefined && !periodKind(period)) return 'period'
  if (list !== undefined && !scheme.lists.some(one => one.id === list)) return 'list'
  const fields = new Set([...fieldsOf(scheme), ...indicatorFields(scheme)].map(field => field.id))
  const known = (columns ?? []).every(
    ({ field, unit }) =>
      (field === null || fields.has(field)) && (unit === null || AMOUNT_UNITS.some(one => one === unit)),
  )
  return known ? undefined : 'columns'
}
