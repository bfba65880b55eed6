import { z } from 'zod'
import { bar, figure, integer, period } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** 更正: how a figure of a closed period is changed. One proposes, another approves; the frozen result stays. */
const correction = z.object({
  id: z.string(),
  period: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  rows: z.array(
    z.object({
      project: z.string(),
      projectName: z.string(),
      field: z.string(),
      before: figure.nullable(),
      after: figure.nullable(),
    }),
  ),
  reason: z.string(),
  unit: z.string(),
  unitName: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  answer: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type Correction = z.infer<typeof correction>

export const listCorrections = defineRoute({
  name: 'listCorrections',
  method: 'GET',
  path: '/api/corrections',
  roles: READERS,
  query: z.object({ period: period.optional() }),
  response: z.object({ bar, corrections: z.array(correction) }),
  errors: [],
})

export const proposeCorrection = defineRoute({
  name: 'proposeCorrection',
  method: 'POST',
  path: '/api/corrections',
  roles: ['reporter', 'dispatcher'],
  body: z.object({
    period,
    rows: z
      .array(z.object({ project: z.string().max(100), figures: z.record(z.string(), figure.nullable()) }))
      .min(1)
      .max(500),
    reason: z.string().trim().min(1).max(500),
    key: z.string().min(8).max(64),
  }),
  response: z.object({ id: z.string(), seq: integer }),
  errors: ['request.not-found', 'period.not-closed', 'return.no-figure', 'time.past'],
})

export const decideCorrection = defineRoute({
  name: 'decideCorrection',
  method: 'POST',
  path: '/api/corrections/:id',
  roles: ['reporter', 'dispatcher', 'leader'],
  params: z.object({ id: z.string().max(140) }),
  body: z.object({
    approve: z.boolean(),
    answer: z.string().trim().max(500).optional(),
    key: z.string().min(8).max(64),
  }),
  response: z.object({ state: z.enum(['approved', 'refused']), seq: integer }),
  errors: [
    'request.not-found',
    'correction.decided',
    'correction.own',
    'correction.not-yours',
    'correction.answer-missing',
    'time.past',
  ],
})
