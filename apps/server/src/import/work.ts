import type { ImportPreview } from '@guatu/contract'
import type { Mapping, Workbook } from '@guatu/documents'
import { ok, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { mappings, readFacts, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import type { Choices, Draft } from './draft.ts'
import { refusedFile } from './finding.ts'
import { type FilePlan, planFile } from './plan.ts'
import { previewOf, ROWS_SHOWN } from './preview.ts'
import type { Unread } from './reader.ts'
import { fittingMapping, type Recognised, recogniseFile } from './recognition.ts'

/** A file as read and recognised: takes seconds in a thread, so it is done outside any transaction. */
export interface OpenedFile {
  readonly file: UploadedFile
  readonly workbook: Workbook
  readonly scheme: Scheme
  /** Name of the saved mapping that was used. */
  readonly mapping: string | null
  readonly recognised: Recognised
}

/** `use`: a mapping, the name of a saved one, null for none; absent: the saved one that fits. `choose` may refuse once the file's sheets and the plan's words are known. */
export async function openFile(
  app: App,
  session: Session,
  file: UploadedFile,
  use: Mapping | string | null | undefined,
  choose: (workbook: Workbook, scheme: Scheme) => Result<Choices, Failure>,
): Promise<Result<OpenedFile & { readonly choices: Choices }, Failure>> {
  const cells = await app.reader.cells(file)
  if (!cells.ok) return unread(cells.error)
  const { scheme, saved } = await readScope(app.database, session.scope, async tx => {
    const today = await todayOf(tx, session.jurisdiction, app.now())
    return {
      scheme: (await schemeAt(tx, { asOf: today })).scheme,
      saved: await mappings(tx, { asOf: today }),
    }
  })
  const choices = choose(cells.value, scheme)
  if (!choices.ok) return choices
  const used =
    use === undefined
      ? await fittingMapping(app.reader, file, scheme, saved)
      : saved.find(one => one.id === use)
  if (typeof use === 'string' && !used) return refuse('request.invalid', { place: 'mapping' })
  const mapping = typeof use === 'object' && use ? use : (used?.body as Mapping | undefined)
  const recognised = await recogniseFile(app.reader, file, scheme, choices.value, mapping)
  if (!recognised.ok) return unread(recognised.error)
  return ok({
    file,
    workbook: cells.value,
    scheme,
    mapping: used?.id ?? null,
    recognised: recognised.value,
    choices: choices.value,
  })
}

const unread = (why: Unread): Result<never, Failure> =>
  why === 'busy' ? refuse('server.busy') : { ok: false, error: refusedFile(why) }

export interface Worked {
  readonly planned: FilePlan
  readonly preview: ImportPreview
}

/** Says what the opened file would do to what is known in this transaction. */
export async function planOpened(
  app: App,
  tx: ScopedTx,
  session: Session,
  draft: Draft,
  opened: OpenedFile,
  most = ROWS_SHOWN,
): Promise<Worked> {
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const { recognised, workbook, file, scheme } = opened
  const facts = await readFacts(tx, { asOf: today })
  const planned = planFile(draft.id, recognised, draft.choices, {
    facts,
    scheme,
    today,
    mayBegin: session.post.role === 'dispatcher',
    unit: session.post.unit,
  })
  const preview = previewOf({
    draft,
    bytes: file.bytes.length,
    workbook,
    recognised,
    planned,
    scheme,
    units: session.post.role === 'dispatcher' ? facts.units : [],
    most,
  })
  return { planned, preview }
}
