import type { ImportPreview } from '@guatu/contract'
import type { Mapping, OpenedFile as OpenedTable, Recognition } from '@guatu/documents'
import { ok, type Result, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { importFacts, mappings, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import { knownNow } from '../return/known.ts'
import { refusesNow } from '../return/may-change.ts'
import type { Session } from '../session/session.ts'
import type { Choices, Draft } from './draft.ts'
import { type Places, refusedFile } from './finding.ts'
import { type FilePlan, planFile } from './plan.ts'
import { placesOf, previewOf } from './preview.ts'
import type { Unread } from './reader.ts'
import { tableRequest } from './recognition.ts'

/** A file as read and recognised: takes seconds in a thread, so it is done outside any transaction. */
export interface OpenedFile {
  readonly file: UploadedFile
  readonly table: OpenedTable
  readonly scheme: Scheme
  /** Name of the saved mapping that was used. */
  readonly mapping: string | null
}

/** `use`: a mapping, the name of a saved one, null for none; absent: the saved one that fits. `choose` may refuse once the plan's words are known. */
export async function openFile(
  app: App,
  session: Session,
  file: UploadedFile,
  use: Mapping | string | null | undefined,
  choose: (scheme: Scheme) => Result<Choices, Failure>,
): Promise<Result<OpenedFile & { readonly choices: Choices }, Failure>> {
  const { scheme, saved } = await readScope(app.database, session.scope, async tx => {
    const today = await todayOf(tx, session.jurisdiction, app.now())
    return {
      scheme: (await schemeAt(tx, { asOf: today })).scheme,
      saved: await mappings(tx, { asOf: today }),
    }
  })
  const choices = choose(scheme)
  if (!choices.ok) return choices
  const named = typeof use === 'string' ? saved.find(one => one.id === use) : undefined
  if (typeof use === 'string' && !named) return refuse('request.invalid', { place: 'mapping' })
  const given = typeof use === 'object' && use ? use : (named?.body as Mapping | undefined)
  const offered = use === undefined ? saved.map(one => one.body as Mapping) : []
  const opened = await app.reader.open(file, tableRequest(scheme, choices.value, given, offered))
  if (!opened.ok) return unread(opened.error)
  const fitting = opened.value.fitting === undefined ? undefined : saved[opened.value.fitting]
  const mapping = (named ?? fitting)?.id ?? null
  return ok({ file, table: opened.value, scheme, mapping, choices: choices.value })
}

const unread = (why: Unread): Result<never, Failure> =>
  why === 'busy' ? refuse('server.busy') : { ok: false, error: refusedFile(why) }

export interface Worked {
  readonly planned: FilePlan
  readonly preview: ImportPreview
  readonly places: Places
}

/** Says what the opened file would do to what is known in this transaction. */
export async function planOpened(
  app: App,
  tx: ScopedTx,
  session: Session,
  draft: Draft,
  opened: OpenedFile,
): Promise<Worked> {
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const { table, file, scheme } = opened
  const facts = await importFacts(tx, { asOf: today, years: yearsOf(table.recognition, draft.choices) })
  const planned = await planFile(draft.id, table.recognition, draft.choices, {
    facts,
    scheme,
    today,
    mayBegin: session.post.role === 'dispatcher',
    unit: session.post.unit,
    refuses: async (periods, projects) =>
      refusesNow(tx, await knownNow(app, tx, session.jurisdiction), session, periods, projects),
  })
  const places = placesOf(table.recognition, scheme)
  const preview = previewOf({
    draft,
    bytes: file.bytes.length,
    table,
    planned,
    scheme,
    units: session.post.role === 'dispatcher' ? facts.units : [],
    places,
  })
  return { planned, preview, places }
}

/** Years whose figures the rows are compared with. */
function yearsOf({ rows, period }: Recognition, choices: Choices): number[] {
  const years = new Set<number>()
  for (const one of [choices.period, period?.period]) if (one !== undefined) years.add(yearOf(one))
  for (const { values } of rows) {
    const read = values.period
    if (read?.ok && typeof read.value.value === 'string') years.add(yearOf(read.value.value))
  }
  return [...years]
}
