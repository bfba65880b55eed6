import { z } from 'zod'
import { figure, integer, period } from './common.ts'
import { defineRoute } from './route.ts'

/** One project's figures at the end of one period. Absent: not named; null: taken back to "not reported". */
export const saveReturn = defineRoute({
  name: 'saveReturn',
  method: 'POST',
  path: '/api/returns',
  roles: ['dispatcher', 'reporter'],
  body: z.object({
    project: z.string(),
    period,
    figures: z.record(z.string(), figure.nullable()),
    reason: z.string().max(500).optional(),
    /** Highest entry that the page had seen of this project and period: refused when it has moved on. */
    seen: integer,
    /** Made by the client once per submission: a repeated request is not written twice. */
    key: z.string().min(8).max(64),
  }),
  response: z.object({ seq: integer }),
  errors: [
    'request.not-found',
    'return.no-figure',
    'return.reason-needed',
    'return.changed-meanwhile',
    'return.period-not-ended',
    'return.wrong-state',
    'return.not-open',
    'return.locked',
    'period.closed',
    'time.past',
  ],
})

/** Takes one entry back by a new one that restores what stood before. */
export const undoEntry = defineRoute({
  name: 'undoEntry',
  method: 'POST',
  path: '/api/entries/:seq/undo',
  roles: ['dispatcher', 'reporter'],
  params: z.object({ seq: z.coerce.number().int() }),
  body: z.object({ key: z.string().min(8).max(64) }),
  response: z.object({ seq: integer }),
  errors: [
    'request.not-found',
    'return.wrong-state',
    'return.not-open',
    'return.locked',
    'period.closed',
    'undo.overtaken',
  ],
})
