import type { routes } from '@guatu/contract'
import { facets, lineSums } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { look } from '../picture/picture.ts'
import { foundLines } from './rows.ts'

const PAGE_SIZE = 50

export const listProjects =
  (app: App): Handler<typeof routes.listProjects> =>
  ({ query, session }) =>
    look(app, session, query, picture => {
      const { all, found } = foundLines(picture, query)
      const size = query.size ?? PAGE_SIZE
      const from = ((query.page ?? 1) - 1) * size
      return ok({
        bar: picture.bar,
        rows: found.slice(from, from + size),
        total: found.length,
        sums: lineSums(found),
        facets: facets(all),
      })
    })
