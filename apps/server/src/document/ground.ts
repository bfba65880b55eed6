import type { Bar } from '@guatu/contract'
import { type DocumentKind, type DocumentModel, documentKind, type IssueWords } from '@guatu/domain'
import { type Day, ok, type Period, periodKind, periodSpan, type Result } from '@guatu/kernel'
import { type Closing, canonicalHash, closings, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { ClosingSaid } from '../closing/view.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { barOf } from '../picture/bar.ts'
import type { When } from '../picture/picture.ts'
import { type JudgedWhole, judgeWhole } from '../result/whole.ts'
import type { Session } from '../session/session.ts'
import { correctionNotes } from './corrections.ts'
import { documentOf } from './made.ts'
import { unitReturns } from './returns.ts'

export interface AskedDocument extends When {
  readonly kind: string
  readonly period?: Period
}

/** A document before it is drawn: what it stands on, and what it says with the words of its issue or without. */
export interface DocumentGround {
  readonly kind: DocumentKind
  readonly judged: JudgedWhole
  readonly today: Day
  readonly bar: Bar
  readonly period: Period | undefined
  readonly closing: Closing | undefined
  /** Judged as of the closed period's end, as known at its closing, and equal to what was frozen then. */
  readonly frozen: boolean
  readonly hash: string
  model(issue?: IssueWords): DocumentModel
}

/**
 * Of a closed period what was frozen; of an open one its end or today, whichever is earlier; without a period the asked
 * day. Needs a scope that reads all.
 */
export async function groundIn(
  app: App,
  tx: ScopedTx,
  session: Session,
  { kind: id, period, asOf, knownAt }: AskedDocument,
): Promise<Result<DocumentGround, Failure>> {
  const kind = documentKind(id)
  if (!kind) return refuse('request.not-found')
  if (period !== undefined && !isOf(kind, period))
    return refuse('document.not-of-period', { kind: kind.name, period })
  const closed = await closings(tx)
  const closing = closed.find(one => one.period === period)
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const moment = period === undefined ? { asOf: asOf ?? today, knownAt } : momentOf(period, closing, today)
  const judged = await judgeWhole(tx, moment)
  const hash = canonicalHash(judged.evaluation)
  const frozen = closing !== undefined && (closing.body as unknown as ClosingSaid).hash === hash
  const extra = period && {
    returns: await unitReturns(tx, judged, period),
    corrections: await correctionNotes(tx, judged, period, closed),
  }
  const { scheme } = judged.kept
  const synthetic = judged.facts.projects.some(project => project.synthetic)
  return ok({
    kind,
    judged,
    today,
    bar: barOf(session, { scheme, ...moment, today, seq: judged.seq, synthetic }),
    period,
    closing,
    frozen,
    hash,
    model: issue => documentOf(kind, judged, judged.seq, { ...extra, hash, frozen, ...(issue && { issue }) }),
  })
}

const isOf = ({ periods }: DocumentKind, period: Period) => periods.some(one => one === periodKind(period))

function momentOf(period: Period, closing: Closing | undefined, today: Day) {
  const { end } = periodSpan(period)
  if (closing) return { asOf: end, knownAt: closing.seq }
  return { asOf: end < today ? end : today, knownAt: undefined }
}

export const stateView = ({ period, frozen, judged, hash }: DocumentGround) => ({
  period: period ?? null,
  frozen,
  asOf: judged.asOf,
  seq: judged.seq,
  hash,
})
