import type { routes } from '@guatu/contract'
import { type Made, MEDIA_TYPES } from '@guatu/documents'
import { type DocumentFormat, numberText } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import {
  appendBatch,
  issuedDocuments,
  issueDocument as keep,
  lastCode,
  nextNumber,
  readScope,
  type ScopedTx,
  takeNumber,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { faultView, taskOf, templateOf } from './file.ts'
import { groundIn, stateView } from './ground.ts'
import { type AskedIssue, formatsOf, issuable, seriesOf, type ToIssue, toIssue } from './to-issue.ts'

/** A template in force is tried, as what it cannot draw this time goes out in the built-in layout. */
export const previewIssue =
  (app: App): Handler<typeof routes.previewIssue> =>
  async ({ query, session, signal }) => {
    const asked = await readScope(app.database, session.scope, async tx => {
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
      const template = await templateOf(tx, kind, format)
      const said = {
        bar,
        state: stateView(ground),
        number: series ? numberText(series, await nextNumber(tx, series)) : null,
        code: kind.series === 'document' ? code : null,
        date,
        to: model.to.replace(/：$/, ''),
        copyTo: model.copyTo,
        template: template?.fileName ?? null,
        before: (await issuedDocuments(tx))
          .filter(one => one.kind === kind.id && one.closing === query.period && one.beside === null)
          .map(one => one.number ?? one.fileName),
      }
      return ok({ said, kind, model, task: template && taskOf(ground, model, format, template) })
    })
    if (!asked.ok) return asked
    const { said, kind, model, task } = asked.value
    const tried = task && (await app.press.make(task, signal))
    if (tried && !tried.ok) return tried
    const { faults = [], templated = false } = tried?.value ?? {}
    return ok({ ...said, faults: faults.map(faultView), formats: formatsOf(kind, model, templated) })
  }

/** How often a document is made again because others were numbered meanwhile. */
const TRIES = 5

/**
 * The number stands in the text, and making the text may take long: so it is made with the number that comes next, outside
 * any transaction, and kept only if that is the number then given.
 */
export const issueDocument =
  (app: App): Handler<typeof routes.issueDocument> =>
  async ({ body, session, signal }) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const asked = await decide(app.database, session.scope, tx => toIssue(app, tx, session, body))
      if (!asked.ok) return asked
      const files = await makeFiles(app, asked.value, signal)
      if (!files.ok) return files
      const kept = await decide(app.database, session.scope, tx =>
        keepFiles(tx, asked.value, files.value, body, signal),
      )
      if (kept.ok || kept.error.code !== 'document.moved-on') return kept
    }
    return refuse('document.moved-on')
  }

interface Files {
  readonly main: Made
  readonly beside: readonly { readonly format: DocumentFormat; readonly bytes: Uint8Array }[]
}

async function makeFiles(
  { press }: App,
  { ground, model, format, template }: ToIssue,
  signal: AbortSignal,
): Promise<Result<Files, Failure>> {
  const main = await press.make(taskOf(ground, model, format, template), signal)
  if (!main.ok) return main
  const beside: Files['beside'][number][] = []
  for (const other of formatsOf(ground.kind, model, main.value.templated).slice(1)) {
    const made = await press.make(taskOf(ground, model, other), signal)
    if (made.ok) beside.push({ format: other, bytes: made.value.bytes })
    else if (!OUTGROWN.has(made.error.code)) return made
  }
  return ok({ main: main.value, beside })
}

/** What a slow machine cannot make beside keeps nobody from issuing; the answer says what was kept. */
const OUTGROWN: ReadonlySet<string> = new Set(['document.too-slow', 'document.too-heavy'])

/** The number is given here: who issues in the same series at this moment waits, for milliseconds. */
async function keepFiles(
  tx: ScopedTx,
  { ground, closing, series, number: foreseen, format, template }: ToIssue,
  { main, beside }: Files,
  { key, to, copyTo }: AskedIssue,
  signal: AbortSignal,
) {
  const { kind, judged, bar } = ground
  const number = series && (await takeNumber(tx, series))
  if (number?.text !== foreseen) return refuse('document.moved-on')
  if ((await templateOf(tx, kind, format))?.id !== template?.id) return refuse('document.moved-on')
  const name = `${number ? `${number.text} ` : ''}${bar.jurisdictionName}${kind.name} ${closing.period}`
  const common = (of: DocumentFormat) => ({
    kind: kind.id,
    fileName: `${name}.${of}`,
    mediaType: MEDIA_TYPES[of],
    asOf: judged.asOf,
    seq: judged.seq,
    distribution: { to, copyTo },
    closing: closing.period,
  })
  const id = await keep(
    tx,
    {
      ...common(format),
      bytes: main.bytes,
      ...(number && { number }),
      ...(main.templated && template && { template: template.id }),
    },
    closing,
  )
  for (const file of beside)
    await keep(tx, { ...common(file.format), bytes: file.bytes, beside: id }, closing)
  const { repeated } = await appendBatch(tx, { idempotencyKey: key })
  if (repeated) return refuse('document.issued-already')
  if (signal.aborted) return refuse('document.stopped')
  return ok({
    id,
    number: number?.text ?? null,
    formats: [format, ...beside.map(file => file.format)],
    faults: main.faults.map(faultView),
  })
}
