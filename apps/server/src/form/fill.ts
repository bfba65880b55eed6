import type { routes } from '@guatu/contract'
import { columnLetters, fillForm as fillBytes } from '@guatu/documents'
import { evaluate, type FilledForm, fillFormOf } from '@guatu/domain'
import { ok, type Period, periodSpan, periodZh, type Result } from '@guatu/kernel'
import { closingOf, readFacts, readScope, storedForm } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { schemeAt } from '../moment/scheme.ts'
import type { Session } from '../session/session.ts'
import { formRefused, layoutOf, mappingOf } from './kept.ts'

interface Filled {
  readonly name: string
  readonly bytes: Uint8Array
  readonly filled: FilledForm
  /** The period is not closed. */
  readonly live: boolean
}

/** Of a closed period as it was known when it was closed; else as things stand. */
async function fill(
  app: App,
  session: Session,
  id: string,
  period: Period,
): Promise<Result<Filled, Failure>> {
  const stored = await readScope(app.database, session.scope, tx => storedForm(tx, id))
  if (!stored) return refuse('request.not-found')
  const layout = await layoutOf(app, session, { name: stored.fileName, bytes: stored.bytes })
  if (!layout.ok) return layout
  return readScope(app.database, session.scope, async tx => {
    const closing = await closingOf(tx, period)
    const asOf = periodSpan(period).end
    const moment = { asOf, ...(closing && { knownAt: closing.seq }) }
    const { scheme } = await schemeAt(tx, moment)
    const facts = await readFacts(tx, moment)
    const filled = fillFormOf(
      mappingOf(stored),
      layout.value.table,
      {
        scheme,
        facts,
        evaluation: evaluate(scheme, facts, asOf),
        jurisdictionName: session.jurisdiction.name,
        period,
        periodName: periodZh(period),
        asOf,
      },
      columnLetters,
    )
    const cells = filled.cells.map(({ sheet, ...cell }) => ({ ...cell, ...(sheet !== null && { sheet }) }))
    const bytes = fillBytes(stored.bytes, cells)
    if (!bytes.ok) return formRefused(bytes.error.code, bytes.error.params)
    return ok({ name: stored.name, bytes: bytes.value, filled, live: closing === undefined })
  })
}

export const previewForm =
  (app: App): Handler<typeof routes.previewForm> =>
  async ({ params, query, session }) => {
    const answer = await fill(app, session, params.id, query.period)
    if (!answer.ok) return answer
    const { filled, live } = answer.value
    const { cells, ...rest } = filled
    return ok({ live, cells: cells.length, ...rest })
  }

export const fillForm =
  (app: App): Handler<typeof routes.fillForm> =>
  async ({ params, query, session }) => {
    const answer = await fill(app, session, params.id, query.period)
    if (!answer.ok) return answer
    const { name, bytes, live } = answer.value
    return ok({
      bytes,
      fileName: `${name}（${periodZh(query.period)}${live ? '，未关期' : ''}）.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  }
