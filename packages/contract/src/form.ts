import { z } from 'zod'
import { integer, period } from './common.ts'
import { defineRoute } from './route.ts'

/** 套表: an upper level's own workbook, filled at its cells with its format kept. */
const unit = z.string().max(10).nullable()
const holds = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['jurisdiction', 'period', 'as-of']) }),
  z.object({
    kind: z.literal('indicator'),
    indicator: z.string(),
    scope: z.string(),
    part: z.enum(['value', 'numerator', 'denominator']),
    unit,
  }),
  z.object({
    kind: z.literal('list'),
    list: z.string(),
    part: z.enum(['count', 'sum']),
    field: z.string().nullable(),
    unit,
  }),
])
const single = z.object({ sheet: z.string().nullable(), cell: z.string().min(1).max(255), holds })
const column = z.object({ column: integer, field: z.string().nullable(), unit })
const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string() })

const form = z.object({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  sheet: z.string().nullable(),
  list: z.string().nullable(),
  columns: z.array(column.extend({ letter: z.string(), header: z.string() })),
  cells: z.array(single),
  /** Projects that the form lists itself; 0: they go below its header. */
  listed: integer,
  fields: z.array(named),
  indicators: z.array(named),
  lists: z.array(named),
  periods: z.array(period),
})
export type Form = z.infer<typeof form>

const id = z.object({ id: z.string() })

export const listForms = defineRoute({
  name: 'listForms',
  method: 'GET',
  path: '/api/forms',
  roles: ['dispatcher'],
  response: z.object({
    forms: z.array(z.object({ id: z.string(), name: z.string(), fileName: z.string(), addedAt: z.string() })),
  }),
  errors: [],
})
export const addForm = defineRoute({
  name: 'addForm',
  method: 'POST',
  path: '/api/forms',
  roles: ['dispatcher'],
  takes: 'file',
  response: form,
  errors: ['file.refused', 'form.refused', 'request.too-large', 'server.busy'],
})
export const getForm = defineRoute({
  name: 'getForm',
  method: 'GET',
  path: '/api/forms/:id',
  roles: ['dispatcher'],
  params: id,
  response: form,
  errors: ['request.not-found'],
})
/** What is given replaces what was saved. */
export const saveForm = defineRoute({
  name: 'saveForm',
  method: 'PUT',
  path: '/api/forms/:id',
  roles: ['dispatcher'],
  params: id,
  body: z.object({
    name: z.string().trim().min(1).max(60).optional(),
    list: z.string().nullable().optional(),
    columns: z.array(column).max(500).optional(),
    cells: z.array(single).max(500).optional(),
  }),
  response: form,
  errors: ['request.not-found'],
})
export const deleteForm = defineRoute({
  name: 'deleteForm',
  method: 'DELETE',
  path: '/api/forms/:id',
  roles: ['dispatcher'],
  params: id,
  response: z.object({}),
  errors: ['request.not-found'],
})
/** What filling it would do, before it is downloaded. */
export const previewForm = defineRoute({
  name: 'previewForm',
  method: 'GET',
  path: '/api/forms/:id/filling',
  roles: ['dispatcher'],
  params: id,
  query: z.object({ period }),
  response: z.object({
    /** Not closed: the figures may still change. */
    live: z.boolean(),
    cells: integer,
    projects: integer,
    appended: z.boolean(),
    unknown: z.array(z.object({ row: integer, name: z.string() })),
    missing: z.array(z.string()),
  }),
  errors: ['request.not-found', 'form.refused', 'server.busy'],
})
export const fillForm = defineRoute({
  name: 'fillForm',
  method: 'GET',
  path: '/api/forms/:id/filled.xlsx',
  roles: ['dispatcher'],
  params: id,
  query: z.object({ period }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found', 'form.refused', 'server.busy'],
})
