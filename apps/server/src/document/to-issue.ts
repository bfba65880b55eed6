import type { routes } from '@guatu/contract'
import { PDF_MOST_ROWS } from '@guatu/documents'
import {
  type DocumentFormat,
  type DocumentKind,
  type DocumentModel,
  type NumberSeries,
  numberText,
} from '@guatu/domain'
import { type Day, ok, type Result, yearOf } from '@guatu/kernel'
import { answeredBefore, type Closing, type DocumentTemplate, nextNumber, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { Call } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { rowsOf, templateOf } from './file.ts'
import { type DocumentGround, groundIn } from './ground.ts'

export type AskedIssue = Call<typeof routes.issueDocument>['body']

export interface Issuable {
  readonly ground: DocumentGround
  readonly closing: Closing
}

/** What goes out, with the number that comes next: good as long as nobody else takes that. */
export interface ToIssue extends Issuable {
  readonly series: NumberSeries | undefined
  readonly number: string | undefined
  readonly model: DocumentModel
  readonly format: DocumentFormat
  readonly template: DocumentTemplate | undefined
}

/** Writes nothing. */
export async function toIssue(
  app: App,
  tx: ScopedTx,
  session: Session,
  body: AskedIssue,
): Promise<Result<ToIssue, Failure>> {
  if (await answeredBefore(tx, body.key, undefined)) return refuse('document.issued-already')
  const found = issuable(await groundIn(app, tx, session, body))
  if (!found.ok) return found
  const { ground, closing } = found.value
  const { kind } = ground
  const { date, to, copyTo } = body
  if (kind.series === 'document' && body.code === '') return refuse('document.code-missing')
  if (date < closing.end) return refuse('document.date-early', { day: closing.end })
  const series = seriesOf(kind, body.code, date)
  const number = series && numberText(series, await nextNumber(tx, series))
  const model = ground.model({ ...(number && { number }), date, to, copyTo })
  const [format = 'docx'] = kind.formats
  const template = await templateOf(tx, kind, format)
  return ok({ ground, closing, series, number, model, format, template })
}

/** Only what was frozen goes out. */
export function issuable(found: Result<DocumentGround, Failure>): Result<Issuable, Failure> {
  if (!found.ok) return found
  const { closing, frozen, period = '' } = found.value
  if (!closing) return refuse('period.not-closed', { period })
  if (!frozen) return refuse('document.not-as-frozen', { period })
  return ok({ ground: found.value, closing })
}

/** Reports are counted by year alone: `〔2020〕第3期`. */
export const seriesOf = ({ series }: DocumentKind, code: string, date: Day): NumberSeries | undefined =>
  series === undefined ? undefined : { series, code: series === 'report' ? '' : code, year: yearOf(date) }

/**
 * What is kept: the usual format, and a PDF beside it that says the same. Not where a template drew the text, as the
 * PDF would not have the template's own words, and not of a text too long for one.
 */
export const formatsOf = (
  { formats }: DocumentKind,
  model: DocumentModel,
  templated: boolean,
): DocumentFormat[] => [
  formats[0] ?? 'docx',
  ...(templated || rowsOf(model) > PDF_MOST_ROWS ? [] : (['pdf'] as const)),
]
