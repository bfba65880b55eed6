import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { appendBatch, entriesOf, entryBySeq } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { knownNow } from '../return/known.ts'
import { mayChange } from '../return/may-change.ts'
import { figuresBefore, standingOn } from './undo.ts'

export const undoEntry =
  (app: App): Handler<typeof routes.undoEntry> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const entry = await entryBySeq(tx, params.seq)
      if (entry?.subject.kind !== 'project') return refuse('request.not-found')
      const { subject, period, seq } = entry
      const trail = async () => (await entriesOf(tx, subject.project)).filter(one => one.period === period)
      const { firstSeq, repeated } = await appendBatch(tx, {
        entries: [
          {
            subject,
            period,
            figures: figuresBefore(await trail(), entry),
            reason: `撤销第 ${seq} 条`,
            origin: { via: 'undo' },
            reportedBy: session.post.unit,
          },
        ],
        idempotencyKey: body.key,
      })
      if (repeated) return ok({ seq: firstSeq })
      const known = await knownNow(app, tx, session.jurisdiction)
      const may = await mayChange(tx, known, session, period, new Set([subject.project]))
      if (!may.ok) return may
      const count = standingOn(
        (await trail()).filter(one => one.seq < firstSeq),
        entry,
      ).length
      return count > 0 ? refuse('undo.overtaken', { count }) : ok({ seq: firstSeq })
    })
