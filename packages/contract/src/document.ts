import { z } from 'zod'
import { bar, day, integer, period, when } from './common.ts'
import { MAKING } from './document-error.ts'
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

/** A document speaks of the whole jurisdiction: those who see a part of it draw up none. */
const ISSUERS: readonly Role[] = ['dispatcher', 'leader', 'inspector']
const DISPATCHER: readonly Role[] = ['dispatcher']

const kind = z.string().min(1).max(40)
const format = z.enum(['docx', 'xlsx', 'pdf'])

/** Which document: of a period, closed or still open; without one, of a day, as a draft. */
const which = when.extend({ kind: kind.default('bulletin'), period: period.optional() })

/** What a document stands on. */
const state = z.object({
  period: period.nullable(),
  /** Its period is closed and its figures are those that were frozen; otherwise it is a draft. */
  frozen: z.boolean(),
  asOf: day,
  seq: integer,
  hash: z.string(),
})

const issued = z.object({
  id: z.string(),
  kind: z.string(),
  period: period.nullable(),
  /** 文号 as it is printed. */
  number: z.string().nullable(),
  to: z.string(),
  copyTo: z.string(),
  issuedBy: z.string(),
  issuedAt: z.string(),
  asOf: day,
  seq: integer,
  /** The stored result that it stands on. */
  result: z.string().nullable(),
  /** Made by a template of the bureau's. */
  templated: z.boolean(),
  /** The same text in its formats, each with its own id; the first is the one that counts. */
  files: z.array(z.object({ id: z.string(), fileName: z.string(), format, sha256: z.string() })),
})

const template = z.object({
  kind: z.string(),
  fileName: z.string(),
  addedBy: z.string(),
  addedAt: z.string(),
})

const fault = z.object({
  code: z.string(),
  /** With its place in the file. */
  message: z.string(),
  mend: z.string(),
})

/** Kinds, periods to choose from, what was issued, and the templates in force. */
export const listDocuments = defineRoute({
  name: 'listDocuments',
  method: 'GET',
  path: '/api/documents',
  roles: ISSUERS,
  query: when,
  response: z.object({
    bar,
    kinds: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameEn: z.string(),
        formats: z.array(format),
        numbered: z.boolean(),
        /** Kinds of periods that it may be of. */
        periods: z.array(z.string()),
      }),
    ),
    /** Newest first. */
    periods: z.array(z.object({ period, closed: z.boolean() })),
    issued: z.array(issued),
    templates: z.array(template),
  }),
  errors: [],
})

/** The document as it will stand on paper, for the screen. */
export const previewDocument = defineRoute({
  name: 'previewDocument',
  method: 'GET',
  path: '/api/documents/preview',
  roles: ISSUERS,
  query: which,
  response: z.object({
    bar,
    state,
    layout: z.enum(['official', 'brief', 'sheet']),
    mark: z.string(),
    issuer: z.string(),
    numberYear: z.string(),
    title: z.array(z.string()),
    to: z.string(),
    blocks: z.array(block),
    annexes: z.array(z.object({ title: z.string(), blocks: z.array(block) })),
    signedBy: z.string(),
    date: z.string(),
    copyTo: z.string(),
  }),
  errors: ['request.not-found', 'document.not-of-period'],
})

export const downloadDocument = defineRoute({
  name: 'downloadDocument',
  method: 'GET',
  path: '/api/documents/file',
  roles: ISSUERS,
  query: which.extend({ format: format.optional() }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found', 'document.not-of-period', 'document.too-long', ...MAKING],
})

/** What issuing would do: the number that would be given now, whom it goes to, and in which layout. */
export const previewIssue = defineRoute({
  name: 'previewIssue',
  method: 'GET',
  path: '/api/documents/issue',
  roles: DISPATCHER,
  query: z.object({ kind, period, code: z.string().max(20).optional(), date: day.optional() }),
  response: z.object({
    bar,
    state,
    /** Null where this kind goes without one. */
    number: z.string().nullable(),
    /** 机关代字; null where its series has none. */
    code: z.string().nullable(),
    date: day,
    to: z.string(),
    copyTo: z.string(),
    /** File name of the bureau's template; null: the built-in layout. */
    template: z.string().nullable(),
    /** What of that template cannot be filled this time: the built-in layout is used then. */
    faults: z.array(fault),
    formats: z.array(format),
    /** This kind for this period was issued before under these numbers. */
    before: z.array(z.string()),
  }),
  errors: [
    'request.not-found',
    'document.not-of-period',
    'period.not-closed',
    'document.not-as-frozen',
    ...MAKING,
  ],
})

/** Makes the bytes with the number that comes next, then gives it and keeps them, in one transaction; for good. */
export const issueDocument = defineRoute({
  name: 'issueDocument',
  method: 'POST',
  path: '/api/documents/issue',
  roles: DISPATCHER,
  body: z.object({
    kind,
    period,
    code: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}]{0,20}$/u)
      .default(''),
    date: day,
    to: z.string().trim().max(500),
    copyTo: z.string().trim().max(500),
    key: z.string().min(8).max(100),
  }),
  response: z.object({
    id: z.string(),
    number: z.string().nullable(),
    /** What was kept: without the PDF where making that took too long. */
    formats: z.array(format),
    faults: z.array(fault),
  }),
  errors: [
    'request.not-found',
    'document.not-of-period',
    'period.not-closed',
    'document.not-as-frozen',
    'document.code-missing',
    'document.date-early',
    'document.issued-already',
    'document.moved-on',
    ...MAKING,
  ],
})

/** The exact bytes that went out. */
export const getIssued = defineRoute({
  name: 'getIssued',
  method: 'GET',
  path: '/api/documents/issued/:id',
  roles: ISSUERS,
  params: z.object({ id: z.string() }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})

/** `own`: the one in force; otherwise the built-in layout as a template to start from. */
export const getDocumentTemplate = defineRoute({
  name: 'getDocumentTemplate',
  method: 'GET',
  path: '/api/documents/templates/:kind',
  roles: DISPATCHER,
  params: z.object({ kind }),
  query: z.object({ which: z.enum(['starter', 'own']).default('starter') }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})

/** In force from now on, unless it has faults: then it is not kept and each is told. */
export const addDocumentTemplate = defineRoute({
  name: 'addDocumentTemplate',
  method: 'POST',
  path: '/api/documents/templates/:kind',
  roles: DISPATCHER,
  params: z.object({ kind }),
  takes: 'file',
  response: z.object({ kept: z.boolean(), faults: z.array(fault) }),
  errors: ['request.not-found', 'request.too-large', ...MAKING],
})

export const retireDocumentTemplate = defineRoute({
  name: 'retireDocumentTemplate',
  method: 'POST',
  path: '/api/documents/templates/:kind/retire',
  roles: DISPATCHER,
  params: z.object({ kind }),
  response: z.object({}),
  errors: ['request.not-found'],
})
