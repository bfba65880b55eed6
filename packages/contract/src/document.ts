import { z } from 'zod'
import { bar, when } from './common.ts'
import type { Role } from './role.ts'
import { defineRoute } from './route.ts'

const table = z.object({
  caption: z.string(),
  note: z.string(),
  columns: z.array(
    z.object({ title: z.string(), align: z.enum(['left', 'right', 'center']), width: z.number() }),
  ),
  rows: z.array(z.array(z.string())),
  strong: z.array(z.number().int()).optional(),
})

const block = z.union([
  z.object({ kind: z.literal('heading'), level: z.number().int(), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('table'), table }),
])

/** A bulletin speaks of the whole jurisdiction: those who see a part of it draw up none. */
const ISSUERS: readonly Role[] = ['dispatcher', 'leader', 'inspector']

/** The bulletin as it will stand on paper, for the screen. */
export const previewBulletin = defineRoute({
  name: 'previewBulletin',
  method: 'GET',
  path: '/api/documents/bulletin',
  roles: ISSUERS,
  query: when,
  response: z.object({
    bar,
    issuer: z.string(),
    title: z.array(z.string()),
    to: z.string(),
    blocks: z.array(block),
    annexes: z.array(z.object({ title: z.string(), blocks: z.array(block) })),
    signedBy: z.string(),
    date: z.string(),
  }),
  errors: [],
})

export const downloadBulletin = defineRoute({
  name: 'downloadBulletin',
  method: 'GET',
  path: '/api/documents/bulletin.docx',
  roles: ISSUERS,
  query: when,
  gives: 'bytes',
  response: z.unknown(),
  errors: [],
})
