import type { routes } from '@guatu/contract'
import { type FactToWrite, importWrites } from '@guatu/domain'
import { compareText, ok, type Result } from '@guatu/kernel'
import { appendBatch, latestDays, mappingFact, type ScopedTx, saveSourceFile, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import { batchFact } from './batch.ts'
import { type Carries, carriedBy } from './carries.ts'
import { type Draft, draftById, dropDraftFile, saveDraft } from './draft.ts'
import { keptDraft } from './handlers.ts'
import { hashOfPlan } from './plan.ts'
import { countRows, writesSomething } from './preview.ts'
import { shutAgainst } from './shut.ts'
import { type OpenedFile, openFile, planOpened, type Worked } from './work.ts'

export const commitImport =
  (app: App): Handler<typeof routes.commitImport> =>
  async ({ params, body, session }) => {
    const { draft, file } = await keptDraft(app, session, params.id)
    if (draft && draft.state !== 'open') return refuse('import.done')
    if (!draft || !file) return refuse('request.not-found')
    const opened = await openFile(app, session, file, draft.mapping, () => ok(draft.choices))
    if (!opened.ok) return opened
    let stale: Draft | undefined
    const committed = await decide(app.database, session.scope, async tx => {
      // Writes nothing and holds the jurisdiction's lock: what is planned now is what is written.
      await appendBatch(tx, {})
      const now = await draftById(tx, draft.id)
      if (now?.state !== 'open') return refuse('import.done')
      const worked = await planOpened(app, tx, session, { ...now, choices: draft.choices }, opened.value)
      const shut = shutAgainst(worked.planned.plan)
      if (shut) return { ok: false, error: shut }
      const planned = await hashOfPlan(worked.planned.plan)
      if (planned !== now.planned) {
        stale = { ...now, planned }
        return refuse('import.stale')
      }
      return write(app, tx, session, now, opened.value, worked, body.reason || undefined)
    })
    // The preview of the changed plan is what the next commit compares with.
    const next = stale
    if (next) await withScope(app.database, session.scope, tx => saveDraft(tx, next))
    return committed
  }

interface Committed {
  readonly batch: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly accepted: number
  readonly left: number
  readonly returns: Carries['told']
}

/** Refused where rows still wait, are bad, or change nothing; the caller holds the jurisdiction's lock. */
export async function write(
  app: App,
  tx: ScopedTx,
  session: Session,
  draft: Draft,
  { file, table }: OpenedFile,
  { planned, preview }: Worked,
  reason?: string,
): Promise<Result<Committed, Failure>> {
  const counts = countRows(planned.plan.rows)
  if (counts.decide > 0) return refuse('import.undecided', { count: counts.decide })
  const shut = shutAgainst(planned.plan)
  if (shut) return { ok: false, error: shut }
  if (counts.bad > 0 && !draft.choices.skipBad) return refuse('import.bad-rows', { count: counts.bad })
  if (!writesSomething(planned)) return refuse('import.nothing')
  const { moves, told, unitOf } = await carriedBy(app, tx, session, planned.plan, reason)
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const source = { file: await saveSourceFile(tx, file), sheet: table.recognition.sheet }
  const planWrites = importWrites(planned.plan, source)
  const writes = { ...planWrites, facts: await notBeforeLatest(tx, planWrites.facts) }
  const name = draft.choices.saveMappingAs?.trim()
  const mapping = name ? [mappingFact(name, table.mapping, today)] : []
  const record = {
    fileName: file.name,
    by: session.person,
    byName: session.name,
    at: new Date(app.now()).toISOString(),
    count: 1 + mapping.length + moves.length + writes.facts.length + writes.entries.length,
  }
  const { firstSeq, lastSeq } = await appendBatch(tx, {
    batch: draft.id,
    facts: [batchFact(draft.id, record, today), ...mapping, ...moves, ...writes.facts],
    entries: writes.entries.map(entry => {
      const { subject, period } = entry
      const unit = subject.kind === 'project' ? unitOf(subject.project, period) : undefined
      return { ...entry, ...(reason && { reason }), reportedBy: unit ?? session.post.unit }
    }),
  })
  const done = { ...preview, state: 'done' as const, canCommit: false, batch: draft.id }
  await saveDraft(tx, { ...draft, state: 'done', preview: done })
  await dropDraftFile(tx, draft.id)
  return ok({
    batch: draft.id,
    firstSeq,
    lastSeq,
    accepted: counts.new + counts.update,
    left: counts.left,
    returns: told,
  })
}

/**
 * A file says what holds now. Where something was written from a later day on (a new name, another unit), what the file
 * says holds from that day: from the plan year's first it would be hidden behind it, and change the days before.
 */
async function notBeforeLatest(tx: ScopedTx, facts: readonly FactToWrite[]): Promise<FactToWrite[]> {
  const first = facts.map(fact => fact.effectiveFrom).sort(compareText)[0]
  if (first === undefined) return []
  const later = await latestDays(tx, first)
  return facts.map(fact => {
    const latest = later(fact.word, fact.subject)
    return latest !== undefined && latest > fact.effectiveFrom ? { ...fact, effectiveFrom: latest } : fact
  })
}
