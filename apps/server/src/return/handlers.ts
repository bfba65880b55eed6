import type { routes } from '@guatu/contract'
import { type Entry, type FieldId, type FieldValue, foldEntries } from '@guatu/domain'
import { ok, periodSpan } from '@guatu/kernel'
import { appendBatch, entriesOfPeriod, projectById } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { badFigure, reportable } from './figures.ts'
import { knownNow } from './known.ts'
import { mayChange, unitAsked } from './may-change.ts'

export const saveReturn =
  (app: App): Handler<typeof routes.saveReturn> =>
  ({ body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { project, period, figures } = body
      const reason = body.reason?.trim() || undefined
      if (!(await projectById(tx, project))) return refuse('request.not-found')
      const known = await knownNow(app, tx, session.jurisdiction)
      const { today, scheme } = known
      if (periodSpan(period).end > today) return refuse('return.period-not-ended', { period })
      if (Object.keys(figures).length === 0) return refuse('return.no-figure')
      const wrong = badFigure(figures, reportable(scheme))
      if (wrong) return refuse('request.invalid', { place: `body.figures.${wrong}` })

      const behalf = session.post.role === 'dispatcher' ? unitAsked(known, project, period) : undefined
      const { firstSeq, repeated } = await appendBatch(tx, {
        entries: [
          {
            subject: { kind: 'project', project },
            period,
            figures,
            reason,
            origin: { via: 'form' },
            reportedBy: behalf ?? session.post.unit,
          },
        ],
        idempotencyKey: body.key,
      })
      if (repeated) return ok({ seq: firstSeq })
      const may = await mayChange(tx, known, session, period, new Set([project]))
      if (!may.ok) return may
      const before = (await entriesOfPeriod(tx, project, period)).filter(entry => entry.seq < firstSeq)
      if ((before[0]?.seq ?? 0) > body.seen) return refuse('return.changed-meanwhile')
      if (!reason && replaces(before, figures)) return refuse('return.reason-needed')
      return ok({ seq: firstSeq })
    })

/** Whether a figure in force would get another value. */
function replaces(before: readonly Entry[], figures: Readonly<Record<FieldId, FieldValue | null>>): boolean {
  const known = foldEntries(before)[0]?.figures ?? {}
  return Object.keys(figures).some(field => field in known && known[field] !== figures[field])
}
