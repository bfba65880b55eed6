import type { routes } from '@guatu/contract'
import { undoWrites } from '@guatu/domain'
import { groupBy, ok } from '@guatu/kernel'
import { appendBatch, batchContents, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { knownNow } from '../return/known.ts'
import { mayChange } from '../return/may-change.ts'
import { takenBack } from '../return/taken-back.ts'
import type { Session } from '../session/session.ts'
import { type Batch, batches, batchFact } from './batch.ts'
import { draftById, openDrafts, saveDraft } from './draft.ts'

/** A dispatcher sees and undoes all imports, a reporter own ones. */
const isTheirs = (batch: Batch, session: Session) =>
  session.post.role === 'dispatcher' || batch.by === session.person

export const listBatches =
  (app: App): Handler<typeof routes.listBatches> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const known = (await batches(tx)).filter(batch => isTheirs(batch, session))
      return ok({
        batches: known.map(({ id, fileName, at, byName, firstSeq, lastSeq, undone }) => ({
          id,
          fileName,
          at,
          by: byName,
          firstSeq,
          lastSeq,
          undone: undone !== undefined,
        })),
        open: await openDrafts(tx),
      })
    })

const BUSINESS = new Set<string>(['unit', 'project', 'membership'])

export const undoBatch =
  (app: App): Handler<typeof routes.undoBatch> =>
  ({ params, session }) =>
    // Whoever wrote a batch may take back all of it, also a project that has left the own scope since.
    decide(app.database, { ...session.scope, reads: 'all' }, async tx => {
      await appendBatch(tx, {})
      const known = await knownNow(app, tx, session.jurisdiction)
      const { today } = known
      const batch = (await batches(tx)).find(one => one.id === params.id)
      if (!batch || batch.undone !== undefined || !isTheirs(batch, session))
        return refuse('request.not-found')
      const contents = await batchContents(tx, batch.id)
      if (!contents) return refuse('request.not-found')
      const facts = contents.facts.filter(fact => BUSINESS.has(fact.word))
      const moves = contents.facts.filter(fact => fact.word === 'return')
      const overtaken = moves.filter(fact => fact.overwritten).length
      if (overtaken > 0) return refuse('undo.overtaken', { count: overtaken })
      for (const [period, entries] of groupBy(contents.entries, one => one.entry.period)) {
        const projects = entries.flatMap(({ entry: { subject } }) =>
          subject.kind === 'project' ? [subject.project] : [],
        )
        const may = await mayChange(tx, known, session, period, new Set(projects))
        if (!may.ok) return may
      }
      const writes = undoWrites({ ...contents, facts }, `撤销导入 ${batch.fileName}`)
      if (!writes.ok) return refuse('undo.overtaken', writes.error.params)
      const { id, firstSeq: undone, lastSeq: _, ...record } = batch
      const { firstSeq, lastSeq } = await appendBatch(tx, {
        facts: [
          batchFact(id, { ...record, undone }, today),
          ...takenBack(moves, today),
          ...writes.value.facts,
        ],
        entries: writes.value.entries.map(entry => ({ ...entry, reportedBy: session.post.unit })),
      })
      const draft = await draftById(tx, id)
      if (draft) await saveDraft(tx, { ...draft, state: 'undone' })
      return ok({ batch: id, firstSeq, lastSeq })
    })
