import type { routes } from '@guatu/contract'
import { MEDIA_TYPES, PDF_MOST_ROWS } from '@guatu/documents'
import { askedReturns, DOCUMENT_KINDS } from '@guatu/domain'
import { addDays, ok, type Period, periodSpan } from '@guatu/kernel'
import {
  closings,
  documentTemplates,
  issuedBytes,
  issuedDocuments,
  personNames,
  readScope,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look } from '../picture/picture.ts'
import { CALENDAR, DAYS_BACK, knownNow } from '../return/known.ts'
import { rowsOf, taskOf, templateOf } from './file.ts'
import { type DocumentGround, groundIn, stateView } from './ground.ts'
import { issuedView } from './issued.ts'

export const listDocuments =
  (app: App): Handler<typeof routes.listDocuments> =>
  async ({ query, session }) => {
    const bar = await look(app, session, query, picture => picture.bar)
    return readScope(app.database, session.scope, async tx => {
      const { scheme, facts, today } = await knownNow(app, tx, session.jurisdiction)
      const closed = new Set((await closings(tx)).map(one => one.period))
      const open = askedReturns(scheme, facts, today, CALENDAR, addDays(today, -DAYS_BACK))
      const names = await personNames(tx)
      const nameOf = (person: string) => names.get(person) ?? person
      return ok({
        bar,
        kinds: DOCUMENT_KINDS.map(({ id, name, nameEn, formats, series, periods }) => ({
          ...{ id, name, nameEn, formats, periods },
          numbered: series !== undefined,
        })),
        periods: newestFirst([...closed, ...open.map(one => one.period)]).map(period => ({
          period,
          closed: closed.has(period),
        })),
        issued: issuedView(await issuedDocuments(tx), nameOf),
        templates: (await documentTemplates(tx)).map(({ kind, fileName, addedBy, addedAt }) => ({
          kind,
          fileName,
          addedBy: nameOf(addedBy),
          addedAt,
        })),
      })
    })
  }

function newestFirst(periods: readonly Period[]): Period[] {
  const day = (period: Period) => periodSpan(period).end
  return [...new Set(periods)].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : a < b ? -1 : 1))
}

export const previewDocument =
  (app: App): Handler<typeof routes.previewDocument> =>
  ({ query, session }) =>
    readScope(app.database, session.scope, async tx => {
      const ground = await groundIn(app, tx, session, query)
      if (!ground.ok) return ground
      const { layout, mark, issuer, numberYear, title, to, blocks, annexes, signedBy, date, copyTo } =
        ground.value.model()
      const said = { layout, mark, issuer, numberYear, title, to, blocks, annexes, signedBy, date, copyTo }
      return ok({ bar: ground.value.bar, state: stateView(ground.value), ...said })
    })

/** Read in one transaction and made after it, so that no connection is held meanwhile. */
export const downloadDocument =
  (app: App): Handler<typeof routes.downloadDocument> =>
  async ({ query, session, signal }) => {
    const asked = await readScope(app.database, session.scope, async tx => {
      const ground = await groundIn(app, tx, session, query)
      if (!ground.ok) return ground
      const { kind } = ground.value
      const format = kind.formats.find(one => one === query.format) ?? kind.formats[0] ?? 'docx'
      const model = ground.value.model()
      const rows = rowsOf(model)
      if (format === 'pdf' && rows > PDF_MOST_ROWS)
        return refuse('document.too-long', { rows, most: PDF_MOST_ROWS })
      const task = taskOf(ground.value, model, format, await templateOf(tx, kind, format))
      return ok({ task, name: `${fileName(ground.value)}.${format}`, mediaType: MEDIA_TYPES[format] })
    })
    if (!asked.ok) return asked
    const { task, name, mediaType } = asked.value
    const made = await app.press.make(task, signal)
    return made.ok ? ok({ bytes: made.value.bytes, fileName: name, mediaType }) : made
  }

/** `柞水县通报（草稿）2020-05-31`, of a closed period `柞水县通报（未编号）2020-05`. */
function fileName({ bar, kind, frozen, period, judged }: DocumentGround): string {
  const state = !frozen ? '（草稿）' : kind.series === undefined ? '' : '（未编号）'
  return `${bar.jurisdictionName}${kind.name}${state}${(frozen && period) || judged.asOf}`
}

export const getIssued =
  (app: App): Handler<typeof routes.getIssued> =>
  async ({ params, session }) => {
    const issued = await readScope(app.database, session.scope, tx => issuedBytes(tx, params.id))
    return issued ? ok(issued) : refuse('request.not-found')
  }
