import { z } from 'zod'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** Names and values of the library's address; a moment belongs to no view. */
const query = z
  .record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.string().max(4000))
  .refine(all => Object.keys(all).length <= 40 && !('asOf' in all) && !('knownAt' in all), { error: 'query' })
const said = z.object({
  name: z.string().trim().min(1).max(60),
  query,
  /** Seen by the whole jurisdiction; what it finds is still the reader's own scope. */
  shared: z.boolean(),
})
const view = said.extend({ id: z.string(), ownerName: z.string(), own: z.boolean() })
export type View = z.infer<typeof view>

export const listViews = defineRoute({
  name: 'listViews',
  method: 'GET',
  path: '/api/views',
  roles: READERS,
  response: z.object({ views: z.array(view) }),
  errors: [],
})
export const addView = defineRoute({
  name: 'addView',
  method: 'POST',
  path: '/api/views',
  roles: READERS,
  body: said,
  response: z.object({ id: z.string() }),
  errors: ['view.too-many'],
})
/** The owner gives it another name, other filters, or shares it. */
export const changeView = defineRoute({
  name: 'changeView',
  method: 'PUT',
  path: '/api/views/:id',
  roles: READERS,
  params: z.object({ id: z.string() }),
  body: said.partial(),
  response: z.object({ id: z.string() }),
  errors: ['request.not-found', 'view.not-yours'],
})
export const deleteView = defineRoute({
  name: 'deleteView',
  method: 'DELETE',
  path: '/api/views/:id',
  roles: READERS,
  params: z.object({ id: z.string() }),
  response: z.object({}),
  errors: ['request.not-found', 'view.not-yours'],
})
