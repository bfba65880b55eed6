import { z } from 'zod'
import { integer, progressName } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** How far the figures are that a request waits for, under the name that it was sent with. */
export const getProgress = defineRoute({
  name: 'getProgress',
  method: 'GET',
  path: '/api/progress/:id',
  roles: READERS,
  params: z.object({ id: progressName }),
  response: z.object({
    /** Projects judged so far, of how many; 0 of 0 before they are counted. */
    done: integer,
    total: integer,
    stage: z.enum(['waiting', 'reading', 'done']),
  }),
  errors: [],
})
