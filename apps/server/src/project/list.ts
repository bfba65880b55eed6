import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { look } from '../picture/picture.ts'
import { warm } from '../picture/warm.ts'
import { searchOf } from './search.ts'

const PAGE_SIZE = 50

export const listProjects =
  (app: App): Handler<typeof routes.listProjects> =>
  ({ query, session }) =>
    look(app, session, query, ({ bar, library }) => {
      const size = query.size ?? PAGE_SIZE
      const page = library.page(searchOf(query), ((query.page ?? 1) - 1) * size, size)
      warm(library)
      return ok({ bar, ...page })
    })

export const projectFacets =
  (app: App): Handler<typeof routes.projectFacets> =>
  ({ query, session }) =>
    look(app, session, query, ({ library }) => ok(library.facets(searchOf(query))))
