import { z } from 'zod'
import { period } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** Where the same file stands too; null for a project that the reader does not see: told of, not named. */
export const evidenceUse = z.object({
  project: z.string().nullable(),
  projectName: z.string().nullable(),
  period: z.string(),
})

/**
 * Megabytes of photos that a device keeps until a server is reached: some forty of a phone's, well below what any browser
 * leaves a site (Safari asks its user beyond 1 GB, Chrome and Firefox give a share of the disk).
 */
export const PHOTOS_KEPT_MB = 200
/** Megabytes of one file that the server takes. */
export const UPLOAD_LIMIT_MB = 20

/** 佐证: a photo of a project for a period. The same bytes are kept once and shown wherever they are used. */
export const addEvidence = defineRoute({
  name: 'addEvidence',
  method: 'POST',
  path: '/api/evidence/:project/:period',
  roles: ['reporter', 'dispatcher'],
  params: z.object({ project: z.string().max(100), period }),
  takes: 'file',
  response: z.object({
    sha256: z.string(),
    usedElsewhere: z.array(evidenceUse),
  }),
  errors: [
    'request.not-found',
    'request.too-large',
    'evidence.not-a-photo',
    'evidence.too-many',
    'period.closed',
    'time.past',
  ],
})

export const getEvidence = defineRoute({
  name: 'getEvidence',
  method: 'GET',
  path: '/api/evidence/:project/:period/:sha256',
  roles: READERS,
  params: z.object({ project: z.string().max(100), period, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})
