import type { routes } from '@guatu/contract'
import { undoWrites } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { appendBatch, batchContents, projectEver, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { type KeptRecord, parties, recordFact, recordView, reorganisations } from './record.ts'
import { newIdOf, planAsked, previewOf } from './work.ts'

type Routes = typeof routes

export const previewReorganisation =
  (app: App): Handler<Routes['previewReorganisation']> =>
  ({ body, session }) =>
    readScope(app.database, session.scope, async tx => {
      const work = await planAsked(app, tx, session, body)
      return work.ok ? ok(await previewOf(tx, work.value)) : work
    })

interface Saved {
  readonly id: string
  readonly firstSeq: number
  readonly lastSeq: number
}

export const saveReorganisation =
  (app: App): Handler<Routes['saveReorganisation']> =>
  ({ body: { asked, fingerprint }, session }) =>
    decide(app.database, session.scope, async (tx): Promise<Result<Saved, Failure>> => {
      // Holds the jurisdiction's lock: what is planned now is what is written.
      await appendBatch(tx, {})
      const id = asked.key
      const earlier = (await reorganisations(tx)).find(one => one.id === id)
      if (earlier)
        return ok({ id, firstSeq: earlier.firstSeq, lastSeq: earlier.firstSeq + earlier.count - 1 })
      const work = await planAsked(app, tx, session, asked)
      if (!work.ok) return work
      if (work.value.fingerprint !== fingerprint) return refuse('reorganise.stale')
      const { state, planned } = work.value
      const { facts, entries } = planned.writes
      const { kind, day, reason } = asked
      const record: KeptRecord = {
        kind,
        day,
        reason,
        ...parties(state, asked, newIdOf(asked)),
        by: session.name,
        at: new Date(app.now()).toISOString(),
        count: facts.length + entries.length + 1,
      }
      const { firstSeq, lastSeq } = await appendBatch(tx, {
        batch: id,
        facts: [recordFact(id, record, state.today), ...facts],
        entries: entries.map(entry => ({ ...entry, reportedBy: session.post.unit })),
      })
      return ok({ id, firstSeq, lastSeq })
    })

export const undoReorganisation =
  (app: App): Handler<Routes['undoReorganisation']> =>
  ({ params, session }) =>
    decide(app.database, session.scope, async (tx): Promise<Result<Omit<Saved, 'id'>, Failure>> => {
      await appendBatch(tx, {})
      const known = (await reorganisations(tx)).find(one => one.id === params.id)
      const contents = known && known.undone === undefined ? await batchContents(tx, known.id) : undefined
      if (!known || !contents) return refuse('request.not-found')
      const facts = contents.facts.filter(fact => fact.word !== 'reorganisation')
      const writes = undoWrites({ ...contents, facts }, `撤销调整：${known.reason}`)
      if (!writes.ok) return refuse('undo.overtaken', writes.error.params)
      const { id, firstSeq: undone, ...record } = known
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const { firstSeq, lastSeq } = await appendBatch(tx, {
        facts: [recordFact(id, { ...record, undone }, today), ...writes.value.facts],
        entries: writes.value.entries.map(entry => ({ ...entry, reportedBy: session.post.unit })),
      })
      return ok({ firstSeq, lastSeq })
    })

export const listReorganisations =
  (app: App): Handler<Routes['listReorganisations']> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx =>
      ok({ records: (await reorganisations(tx)).map(recordView) }),
    )

export const projectChanges =
  (app: App): Handler<Routes['projectChanges']> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      if (!(await projectEver(tx, params.id))) return refuse('request.not-found')
      const known = (await reorganisations(tx)).filter(({ kind, from, to, undone }) =>
        kind.endsWith('-project') || kind.endsWith('-projects')
          ? undone === undefined && (from.id === params.id || to?.id === params.id)
          : false,
      )
      return ok({ records: known.map(recordView) })
    })
