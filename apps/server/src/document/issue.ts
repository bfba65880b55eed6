import type { routes } from '@guatu/contract'
import { MEDIA_TYPES } from '@guatu/documents'
import {
  type DocumentFormat,
  type DocumentKind,
  type DocumentModel,
  type NumberSeries,
  numberText,
} from '@guatu/domain'
import { type Day, ok, type Result, yearOf } from '@guatu/kernel'
import {
  appendBatch,
  type Closing,
  documentTemplate,
  issuedDocuments,
  issueDocument as keep,
  lastCode,
  nextNumber,
  readScope,
  takeNumber,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { draw, faultView, PDF_MOST_ROWS, rowsOf } from './file.ts'
import { type DocumentGround, groundIn, stateView } from './ground.ts'

export const previewIssue =
  (app: App): Handler<typeof routes.previewIssue> =>
  ({ query, session }) =>
    readScope(app.database, session.scope, async tx => {
      const found = issuable(await groundIn(app, tx, session, query))
      if (!found.ok) return found
      const { ground } = found.value
      const { kind, today, bar, judged } = ground
      const { scheme } = judged.kept
      const date = query.date ?? today
      const code =
        query.code ??
        (kind.series === undefined ? undefined : await lastCode(tx, kind.series)) ??
        scheme.office?.code ??
        ''
      const series = seriesOf(kind, code, date)
      const model = ground.model()
      const [format = 'docx'] = kind.formats
      const { faults, template } = await draw(tx, ground, model, format)
      const inForce = format === 'docx' ? await documentTemplate(tx, kind.id) : undefined
      return ok({
        bar,
        state: stateView(ground),
        number: series ? numberText(series, await nextNumber(tx, series)) : null,
        code: kind.series === 'document' ? code : null,
        date,
        to: model.to.replace(/：$/, ''),
        copyTo: model.copyTo,
        template: inForce?.fileName ?? null,
        faults: faults.map(faultView),
        formats: formatsOf(kind, model, template !== undefined),
        before: (await issuedDocuments(tx))
          .filter(one => one.kind === kind.id && one.closing === query.period && one.beside === null)
          .map(one => one.number ?? one.fileName),
      })
    })

/** The number is taken before the text is drawn, as it stands in it: who issues next in the series waits for that. */
export const issueDocument =
  (app: App): Handler<typeof routes.issueDocument> =>
  ({ body, session }) =>
    decide(app.database, session.scope, async tx => {
      const found = issuable(await groundIn(app, tx, session, body))
      if (!found.ok) return found
      const { ground, closing } = found.value
      const { kind, judged, bar } = ground
      const { date, to, copyTo } = body
      if (kind.series === 'document' && body.code === '') return refuse('document.code-missing')
      if (date < closing.end) return refuse('document.date-early', { day: closing.end })
      const series = seriesOf(kind, body.code, date)
      const number = series && (await takeNumber(tx, series))
      const model = ground.model({ ...(number && { number: number.text }), date, to, copyTo })
      const [first = 'docx'] = kind.formats
      const main = await draw(tx, ground, model, first)
      const name = `${number ? `${number.text} ` : ''}${bar.jurisdictionName}${kind.name} ${closing.period}`
      const common = (format: DocumentFormat) => ({
        kind: kind.id,
        fileName: `${name}.${format}`,
        mediaType: MEDIA_TYPES[format],
        asOf: judged.asOf,
        seq: judged.seq,
        distribution: { to, copyTo },
        closing: closing.period,
      })
      const { template } = main
      const id = await keep(
        tx,
        {
          ...common(first),
          bytes: main.bytes,
          ...(number && { number }),
          ...(template && { template: template.id }),
        },
        closing,
      )
      for (const format of formatsOf(kind, model, template !== undefined).slice(1)) {
        const { bytes } = await draw(tx, ground, model, format)
        await keep(tx, { ...common(format), bytes, beside: id }, closing)
      }
      const { repeated } = await appendBatch(tx, { idempotencyKey: body.key })
      if (repeated) return refuse('document.issued-already')
      return ok({ id, number: number?.text ?? null, faults: main.faults.map(faultView) })
    })

/** Only what was frozen goes out. */
function issuable(
  found: Result<DocumentGround, Failure>,
): Result<{ readonly ground: DocumentGround; readonly closing: Closing }, Failure> {
  if (!found.ok) return found
  const { closing, frozen, period = '' } = found.value
  if (!closing) return refuse('period.not-closed', { period })
  if (!frozen) return refuse('document.not-as-frozen', { period })
  return ok({ ground: found.value, closing })
}

/** Reports are counted by year alone: `〔2020〕第3期`. */
const seriesOf = ({ series }: DocumentKind, code: string, date: Day): NumberSeries | undefined =>
  series === undefined ? undefined : { series, code: series === 'report' ? '' : code, year: yearOf(date) }

/**
 * What is kept: the usual format, and a PDF beside it that says the same. Not where a template drew the text, as the
 * PDF would not have the template's own words, and not of a text too long to be set while others wait.
 */
const formatsOf = ({ formats }: DocumentKind, model: DocumentModel, templated: boolean): DocumentFormat[] => [
  formats[0] ?? 'docx',
  ...(templated || rowsOf(model) > PDF_MOST_ROWS ? [] : (['pdf'] as const)),
]
