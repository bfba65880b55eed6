import { randomUUID } from 'node:crypto'
import type { ImportPreview, routes } from '@guatu/contract'
import { findClassifiedIn, type Workbook } from '@guatu/documents'
import { ok, periodKind, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { mappings, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler, UploadedFile } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { beginDraft, type Choices, type Draft, draftById, draftFile, saveDraft } from './draft.ts'
import { fieldsOf } from './fields.ts'
import { refusedFile } from './finding.ts'
import { AMOUNT_UNITS, fittingMapping } from './recognition.ts'
import { readFile, settingOf, workOut } from './work.ts'

export const uploadImport =
  (app: App): Handler<typeof routes.uploadImport> =>
  async ({ file, session }) => {
    const read = await readFile(app, file)
    if (!read.ok) return read
    const workbook = read.value
    const secret = findClassifiedIn(workbook)
    if (secret) return { ok: false, error: refusedFile(secret) }
    return decide(app.database, session.scope, async tx => {
      const { scheme, today } = await settingOf(app, tx, session)
      const mapping = fittingMapping(workbook, scheme, await mappings(tx, { asOf: today }))
      const begun: Draft = {
        id: randomUUID(),
        fileName: file.name,
        state: 'open',
        choices: {},
        mapping: mapping?.id ?? null,
        planned: '',
      }
      const worked = await workOut(app, tx, session, begun, { bytes: file.bytes.length, workbook })
      if (!worked.ok) return worked
      await beginDraft(tx, { ...begun, planned: worked.value.planned.hash }, file, app.now())
      return ok(worked.value.preview)
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
    return planAnew(app, session, draft, file, (workbook, scheme) => {
      const wrong = wrongChoice(body, workbook, scheme)
      if (wrong) return refuse('request.invalid', { place: `body.${wrong}` })
      // Another sheet has other columns and rows.
      const kept = body.sheet === undefined ? draft.choices : {}
      return ok({ ...kept, ...given(body) })
    })
  }

const given = (choices: Choices): Choices =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined))

const keptDraft = (app: App, session: Session, id: string) =>
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
  choose: (workbook: Workbook, scheme: Scheme) => Result<Choices, Failure>,
): Promise<Result<ImportPreview, Failure>> {
  const read = await readFile(app, file)
  if (!read.ok) return read
  return decide(app.database, session.scope, async tx => {
    const { scheme } = await settingOf(app, tx, session)
    const choices = choose(read.value, scheme)
    if (!choices.ok) return choices
    const changed = { ...draft, choices: choices.value }
    const worked = await workOut(app, tx, session, changed, {
      bytes: file.bytes.length,
      workbook: read.value,
    })
    if (!worked.ok) return worked
    await saveDraft(tx, { ...changed, planned: worked.value.planned.hash })
    return ok(worked.value.preview)
  })
}

/** The first choice that names nothing there is; undefined when all can be taken. */
function wrongChoice(choices: Choices, workbook: Workbook, scheme: Scheme): keyof Choices | undefined {
  const { sheet, period, list, columns } = choices
  if (sheet !== undefined && !workbook.sheets.some(one => one.name === sheet)) return 'sheet'
  if (period !== undefined && !periodKind(period)) return 'period'
  if (list !== undefined && !scheme.lists.some(one => one.id === list)) return 'list'
  const fields = new Set(fieldsOf(scheme).map(field => field.id))
  const known = (columns ?? []).every(
    ({ field, unit }) =>
      (field === null || fields.has(field)) && (unit === null || AMOUNT_UNITS.some(one => one === unit)),
  )
  return known ? undefined : 'columns'
}
