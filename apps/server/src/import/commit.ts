import type { routes } from '@guatu/contract'
import { importWrites } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { appendBatch, mappingFact, readScope, type ScopedTx, saveSourceFile, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler, UploadedFile } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { batchFact } from './batch.ts'
import { type Draft, draftById, draftFile, dropDraftFile, saveDraft } from './draft.ts'
import { countRows, writesSomething } from './preview.ts'
import { readFile, type Worked, workOut } from './work.ts'

export const commitImport =
  (app: App): Handler<typeof routes.commitImport> =>
  async ({ params, session }) => {
    const { draft, file } = await readScope(app.database, session.scope, async tx => ({
      draft: await draftById(tx, params.id),
      file: await draftFile(tx, params.id),
    }))
    if (draft && draft.state !== 'open') return refuse('import.done')
    if (!draft || !file) return refuse('request.not-found')
    const read = await readFile(app, file)
    if (!read.ok) return read
    let stale: Draft | undefined
    const committed = await decide(app.database, session.scope, async tx => {
      // Writes nothing and holds the jurisdiction's lock: what is planned now is what is written.
      await appendBatch(tx, {})
      const now = await draftById(tx, draft.id)
      if (now?.state !== 'open') return refuse('import.done')
      const worked = await workOut(app, tx, session, now, { bytes: file.bytes.length, workbook: read.value })
      if (!worked.ok) return worked
      const { hash } = worked.value.planned
      if (hash !== now.planned) {
        stale = { ...now, planned: hash }
        return refuse('import.stale')
      }
      return write(app, tx, session, now, file, worked.value)
    })
    if (stale) await keep(app, session, stale)
    return committed
  }

/** The preview of the changed plan is what the next commit compares with. */
const keep = (app: App, session: Session, draft: Draft) =>
  withScope(app.database, session.scope, tx => saveDraft(tx, draft))

type Committed = Result<
  { batch: string; firstSeq: number; lastSeq: number; accepted: number; left: number },
  Failure
>

async function write(
  app: App,
  tx: ScopedTx,
  session: Session,
  draft: Draft,
  file: UploadedFile,
  { planned, preview, recognised, setting }: Worked,
): Promise<Committed> {
  const counts = countRows(planned.plan.rows)
  if (counts.decide > 0) return refuse('import.undecided', { count: counts.decide })
  if (counts.bad > 0 && !draft.choices.skipBad) return refuse('import.bad-rows', { count: counts.bad })
  if (!writesSomething(planned)) return refuse('import.nothing')
  const source = { file: await saveSourceFile(tx, file), sheet: recognised.sheet.name }
  const writes = importWrites(planned.plan, source)
  const name = draft.choices.saveMappingAs?.trim()
  const mapping = name ? [mappingFact(name, recognised.mapping, setting.today)] : []
  const record = {
    fileName: file.name,
    by: session.person,
    byName: session.name,
    at: new Date(app.now()).toISOString(),
    count: 1 + mapping.length + writes.facts.length + writes.entries.length,
  }
  const { firstSeq, lastSeq } = await appendBatch(tx, {
    batch: draft.id,
    facts: [batchFact(draft.id, record, setting.today), ...mapping, ...writes.facts],
    entries: writes.entries.map(entry => ({ ...entry, reportedBy: session.post.unit })),
  })
  const done = { ...preview, state: 'done' as const, canCommit: false, batch: draft.id }
  await saveDraft(tx, { ...draft, state: 'done', preview: done })
  await dropDraftFile(tx, draft.id)
  return ok({ batch: draft.id, firstSeq, lastSeq, accepted: counts.new + counts.update, left: counts.left })
}
