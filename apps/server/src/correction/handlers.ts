import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import {
  type CorrectedRow,
  type CorrectionFact,
  decideCorrection as decideCore,
  proposeCorrection as proposeCore,
  reportingUnit,
  shutBy,
  type UnlockFact,
} from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  answeredBefore,
  appendBatch,
  closings,
  correctionFact,
  correctionOf,
  corrections,
  enqueueNotices,
  factsOfProjects,
  personNames,
  readScope,
  type ScopedTx,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { badFigure, reportable } from '../return/figures.ts'
import { barNow, knownNow } from '../return/known.ts'
import { sees } from '../return/sheet.ts'
import { decidedNotice, proposedNotice } from './told.ts'
import { correctionId, correctionKey, correctionView } from './view.ts'

export const listCorrections =
  (app: App): Handler<typeof routes.listCorrections> =>
  async ({ query, session }) => {
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const names = {
        persons: await personNames(tx),
        projects: new Map(known.facts.projects.map(one => [one.id, one.name])),
      }
      const views = (await corrections(tx)).map(one => correctionView(known, one, names, session))
      return ok({
        bar: await barNow(tx, session, known),
        corrections: query.period === undefined ? views : views.filter(one => one.period === query.period),
      })
    })
  }

export const proposeCorrection =
  (app: App): Handler<typeof routes.proposeCorrection> =>
  ({ body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { period, rows, reason, key } = body
      const request = { propose: { period, rows, reason } }
      const before = await answeredBefore(tx, key, request)
      if (before?.body) {
        const { unit, id } = before.body as { unit: string; id: string }
        return ok({ id: correctionId(unit, id), seq: before.firstSeq })
      }
      const known = await knownNow(app, tx, session.jurisdiction)
      const fields = reportable(known.scheme)
      for (const [index, row] of rows.entries()) {
        const wrong = badFigure(row.figures, fields)
        if (wrong) return refuse('request.invalid', { place: `body.rows.${index}.figures.${wrong}` })
      }
      const projects = new Map(known.facts.projects.map(one => [one.id, one]))
      const [first] = rows
      const project = first && projects.get(first.project)
      const unit = project && reportingUnit({ by: undefined }, project)
      const own = rows.every(row => {
        const one = projects.get(row.project)
        return one !== undefined && reportingUnit({ by: undefined }, one) === unit
      })
      if (unit === undefined || !own || !sees(tx, unit)) return refuse('request.not-found')
      const closed = await closings(tx)
      const opened: readonly UnlockFact[] = []
      const proposed = proposeCore(
        {
          id: randomUUID(),
          unit,
          corrects: shutBy(period, closed, opened, '') ?? period,
          rows: await withBefore(tx, known.today, period, rows),
          reason,
        },
        { ...session.post, person: session.person },
        one => shutBy(one, closed, opened, ''),
        known.tree,
      )
      if (!proposed.ok) {
        if (proposed.error.code === 'correction.not-closed') return refuse('period.not-closed', { period })
        if (proposed.error.code === 'correction.empty') return refuse('return.no-figure')
        return refuse('correction.not-yours')
      }
      const { firstSeq, repeated } = await appendBatch(tx, {
        facts: [correctionFact({ ...proposed.value }, known.today)],
        idempotencyKey: key,
        request,
      })
      if (!repeated) await enqueueNotices(tx, [proposedNotice(known, proposed.value)])
      return ok({ id: correctionId(unit, proposed.value.id), seq: firstSeq })
    })

type Asked = { readonly project: string; readonly figures: CorrectedRow['figures'] }

async function withBefore(
  tx: ScopedTx,
  asOf: string,
  period: string,
  rows: readonly Asked[],
): Promise<CorrectedRow[]> {
  const { returns } = await factsOfProjects(tx, { asOf, projects: rows.map(row => row.project) })
  return rows.map(({ project, figures }) => {
    const known = returns.find(one => one.project === project && one.period === period)?.figures ?? {}
    const before = Object.fromEntries(Object.keys(figures).map(field => [field, known[field] ?? null]))
    return { project, period, figures, before }
  })
}

/** The one who approves writes the entries: the database refuses them from the one who proposed. */
export const decideCorrection =
  (app: App): Handler<typeof routes.decideCorrection> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { unit, id } = correctionKey(params.id)
      const { repeated, firstSeq } = await appendBatch(tx, {
        idempotencyKey: body.key,
        request: { decide: { id: params.id, approve: body.approve, answer: body.answer ?? null } },
      })
      const written = await correctionOf(tx, unit, id)
      if (!written) return refuse('request.not-found')
      const correction = written.body as unknown as CorrectionFact
      if (repeated && correction.state !== 'proposed') return ok({ state: correction.state, seq: firstSeq })
      const known = await knownNow(app, tx, session.jurisdiction)
      const decided = decideCore(
        { ...correction, proposedBy: written.proposedBy },
        { ...session.post, person: session.person },
        { approve: body.approve, ...(body.answer ? { answer: body.answer } : {}) },
        known.tree,
      )
      if (!decided.ok) return refusalOf(decided.error.code)
      const { next, entries } = decided.value
      const { lastSeq } = await appendBatch(tx, {
        facts: [correctionFact({ ...next }, known.today)],
        entries: entries.map(entry => ({
          ...entry,
          origin: { via: 'form' as const },
          reportedBy: unit,
          correction: { period: next.corrects, proposedBy: written.proposedBy },
        })),
      })
      await enqueueNotices(tx, [decidedNotice(known, next, written.proposedBy)])
      return ok({
        state: next.state === 'approved' ? ('approved' as const) : ('refused' as const),
        seq: lastSeq,
      })
    })

function refusalOf(code: string) {
  switch (code) {
    case 'correction.wrong-state':
      return refuse('correction.decided')
    case 'correction.own':
      return refuse('correction.own')
    case 'correction.reason-missing':
      return refuse('correction.answer-missing')
    default:
      return refuse('correction.not-yours')
  }
}
