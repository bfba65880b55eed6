import { z } from 'zod'
import { integer } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

const file = z.object({
  id: z.string(),
  name: z.string(),
  /** Its text can be shown beside the clauses. */
  readable: z.boolean(),
  size: integer,
  sha256: z.string(),
  by: z.string(),
  at: z.string(),
})

/** The plan's issued files that the bureau has put beside it, newest first. */
export const listSchemeFiles = defineRoute({
  name: 'listSchemeFiles',
  method: 'GET',
  path: '/api/scheme/files',
  roles: READERS,
  response: z.object({ files: z.array(file) }),
  errors: [],
})

export const addSchemeFile = defineRoute({
  name: 'addSchemeFile',
  method: 'POST',
  path: '/api/scheme/files',
  roles: ['dispatcher'],
  takes: 'file',
  response: z.object({ id: z.string() }),
  errors: ['request.too-large', 'scheme.file-kind'],
})

export const getSchemeFile = defineRoute({
  name: 'getSchemeFile',
  method: 'GET',
  path: '/api/scheme/files/:id',
  roles: READERS,
  params: z.object({ id: z.string() }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})

/** The paragraphs of a text file, and at which of them each clause stands. */
export const readSchemeFile = defineRoute({
  name: 'readSchemeFile',
  method: 'GET',
  path: '/api/scheme/files/:id/text',
  roles: READERS,
  params: z.object({ id: z.string() }),
  response: z.object({
    name: z.string(),
    paragraphs: z.array(z.string()),
    places: z.record(z.string(), integer),
  }),
  errors: ['request.not-found'],
})
