import { z } from 'zod'
import { integer } from './common.ts'
import { projectQuery } from './project-list.ts'
import { defineRoute } from './route.ts'

/** Rows ticked, or all that the filters find. */
const selection = z.union([
  z.object({ ids: z.array(z.string().max(200)).min(1).max(5000) }),
  z.object({ found: projectQuery.omit({ asOf: true, knownAt: true, sort: true, order: true }) }),
])

const word = z.string().trim().min(1).max(100)
/** What is absent stays as it is; null takes a value away. */
const change = z
  .object({
    leadUnit: z.string().optional(),
    leader: word.nullable().optional(),
    sector: word.nullable().optional(),
    fundSource: word.nullable().optional(),
    /** Lists that the projects are put on and taken off. */
    joins: z.string().optional(),
    leaves: z.string().optional(),
  })
  .refine(all => Object.values(all).some(value => value !== undefined), { error: 'nothing' })

const asked = z.object({ select: selection, change })
export type BulkAsked = z.output<typeof asked>

const row = z.object({
  project: z.string(),
  name: z.string(),
  changes: z.array(
    z.object({
      field: z.enum(['lead-unit', 'leader', 'sector', 'fund-source', 'list']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  refusal: z.enum(['list-of-other-year', 'last-list']).nullable(),
})

/** Projects that one change may speak of. */
export const BULK_MOST = 20_000

export const previewBulk = defineRoute({
  name: 'previewBulk',
  method: 'POST',
  path: '/api/project-changes/preview',
  roles: ['dispatcher'],
  body: asked,
  response: z.object({
    /** Refused ones first; the first 200. */
    rows: z.array(row),
    counts: z.object({ changed: integer, unchanged: integer, refused: integer }),
    /** What the commit compares with: something else may have been written meanwhile. */
    hash: z.string(),
  }),
  errors: ['bulk.too-many'],
})

/** Writes one batch that one undo takes back (`undoBatch`). */
export const commitBulk = defineRoute({
  name: 'commitBulk',
  method: 'POST',
  path: '/api/project-changes',
  roles: ['dispatcher'],
  body: asked.extend({ hash: z.string(), reason: z.string().trim().min(1).max(200) }),
  response: z.object({ batch: z.string(), firstSeq: integer, lastSeq: integer, changed: integer }),
  errors: ['bulk.too-many', 'bulk.stale', 'bulk.nothing'],
})
