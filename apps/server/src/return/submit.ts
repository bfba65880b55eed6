import type { Body, routes } from '@guatu/contract'
import { askedReturn, moveReturn, type PassedWarning } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  appendBatch,
  closedAround,
  newestBefore,
  returnByKey,
  returnDraft,
  returnFact,
  type ScopedTx,
  saveReturnDraft,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { movedBefore, orAnswered } from './answered.ts'
import { badFigure, reportable } from './figures.ts'
import { findingsOf, standingOf, stoppingOf } from './findings.ts'
import { CALENDAR, type Known, knownNow, routeOf, stateOf } from './known.ts'
import { refusalOf } from './refusal.ts'
import { sentNow } from './sent.ts'
import { openReturn, sees } from './sheet.ts'

type Sent = Body<typeof routes.submitReturn>

/** The figures of all rows and the move, in one transaction: what is acknowledged is there whole. */
export const submitReturn =
  (app: App): Handler<typeof routes.submitReturn> =>
  async ({ params, body, session }) => {
    const { unit, period } = params
    const { key, ...content } = body
    const request = { submit: { unit, period, ...content } }
    const answer = await decide(app.database, session.scope, async tx => {
      const before = await movedBefore(tx, key, request)
      if (before) return ok(before)
      const known = await knownNow(app, tx, session.jurisdiction)
      const asked = askedReturn(known.scheme, known.facts, params, CALENDAR)
      if (!asked || !sees(tx, unit)) return refuse('request.not-found')
      const wrong = wrongFigure(known, body)
      if (wrong) return refuse('request.invalid', { place: wrong })
      const opened = await openReturn(tx, known, asked)
      const record = await returnByKey(tx, unit, period)
      const findings = stoppingOf(findingsOf(known, opened, asked, body.rows, session))
      const moved = moveReturn({
        action: 'submit',
        actor: session.post,
        current: stateOf(record),
        asked,
        asOf: known.today,
        tree: known.tree,
        route: routeOf(known, unit),
        closed: (await closedAround(tx, period)) !== undefined,
        rows: body.rows,
        standing: standingOf(opened.rows),
        ...(body.reason && { reason: body.reason }),
        findings,
        passed: body.passed,
      })
      if (!moved.ok) return refusalOf(moved.error, asked, stateOf(record), findings, body.passed)
      const { next, entries } = moved.value
      const appended = await appendBatch(tx, {
        facts: [
          returnFact(
            {
              ...next,
              at: next.at ?? undefined,
              byUnit: session.post.unit,
              ...sentNow(session, opened.rows, body.rows, record),
            },
            known.today,
          ),
        ],
        entries: entries.map(one => ({
          ...one,
          reason: body.reason || reasonFor(one, body.passed),
          origin: { via: 'form' as const },
          reportedBy: unit,
        })),
        idempotencyKey: key,
        request,
      })
      const answer = { seq: appended.lastSeq, state: next.state }
      if (appended.repeated) return ok(answer)
      // All was read before the append took the jurisdiction's lock: what came between is not overwritten.
      const projects = asked.rows.map(row => row.project)
      if ((await newestBefore(tx, { ...params, projects }, appended.firstSeq)) > body.seen)
        return refuse('return.changed-meanwhile')
      await dropDraft(tx, params)
      return ok(answer)
    })
    return orAnswered(app, session, key, request, answer)
  }

/** A correction inside an open period is explained by the reason given for its warnings, where none was given for all. */
const reasonFor = (
  { subject }: { readonly subject: { readonly kind: string; readonly project?: string } },
  passed: readonly PassedWarning[],
): string | undefined => passed.find(one => one.project === subject.project)?.reason

function wrongFigure({ scheme }: Known, { rows }: Sent): string | undefined {
  const fields = reportable(scheme)
  for (const [index, row] of rows.entries()) {
    const wrong = badFigure(row.figures, fields)
    if (wrong) return `body.rows.${index}.figures.${wrong}`
  }
  return undefined
}

async function dropDraft(
  tx: ScopedTx,
  key: { readonly unit: string; readonly period: string },
): Promise<void> {
  const draft = await returnDraft(tx, key.unit, key.period)
  if (draft?.body) await saveReturnDraft(tx, { ...key, body: null }, draft.version)
}
