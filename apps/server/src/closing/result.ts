import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { closingOf, readScope, storedText } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'

/** The frozen evaluation from its own bytes: nothing is judged anew. */
export const getClosing =
  (app: App): Handler<typeof routes.getClosing> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      const closing = await closingOf(tx, params.period)
      if (!closing) return refuse('request.not-found')
      const chunks: Buffer[] = []
      for await (const chunk of storedText(tx, closing.result)) chunks.push(chunk)
      return ok({
        bytes: Buffer.concat(chunks),
        fileName: `${params.period}.json`,
        mediaType: 'application/json',
      })
    })
