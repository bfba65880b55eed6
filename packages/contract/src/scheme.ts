import { z } from 'zod'
import { tile } from './board.ts'
import { bar, day, integer, when } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

const DISPATCHER = ['dispatcher'] as const
const both = z.object({ zh: z.string(), en: z.string() })
const seq = z.coerce.number().int().positive()

/** How an item stands on the day asked about; each kind says what it can. */
const now = z.discriminatedUnion('is', [
  /** A target, or an indicator for which the plan sets none. */
  z.object({ is: z.literal('figure'), tile }),
  /** Colour id (or `none`) → number of lights. */
  z.object({ is: z.literal('lights'), colours: z.record(z.string(), integer) }),
  z.object({
    is: z.literal('list'),
    projects: integer,
    /** What the plan prints about it, beside what the library holds; null where the library cannot say. */
    states: z.array(
      z.object({
        of: z.enum(['projects', 'annual-plan', 'total-invest', 'planned-starts', 'invest-ytd']),
        unit: z.enum(['minor', 'count']),
        natures: z.array(z.string()),
        stages: z.array(z.string()),
        asOf: day.nullable(),
        quarter: integer.nullable(),
        declared: integer,
        held: integer.nullable(),
      }),
    ),
  }),
  z.object({
    is: z.literal('cadence'),
    next: z.object({ period: z.string(), due: day, provisional: z.boolean() }).nullable(),
    /** Returns of the last cycle past its due day. */
    expected: integer,
    missing: integer,
  }),
])

const item = z.object({
  /** `target`, `light` …: kinds of the language, as coverage names them. */
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string().nullable(),
  covers: z.array(z.string()),
  reading: both.nullable(),
  /** Units that answer for it, as the plan names them. */
  owners: z.array(z.string()),
  sentence: both.nullable(),
  /** Null: nothing is known of it yet. */
  now: now.nullable(),
  /** It has a tile in the war room. */
  onBoard: z.boolean(),
  /** Lights: the dimension that the library filters by. */
  dimension: z.string().nullable(),
})
export type SchemeItem = z.infer<typeof item>

const clause = z.object({
  id: z.string(),
  /** Locators in the issued document, several split by a comma. */
  clause: z.string(),
  kind: z.string(),
  name: z.string(),
  /** `kind:id` of the items that run it. */
  items: z.array(z.string()),
})
export type SchemeClause = z.infer<typeof clause>

const version = z.object({
  /** The place of its writing in the ledger. */
  seq: integer,
  scheme: z.string(),
  name: z.string(),
  nameEn: z.string(),
  effectiveFrom: day,
  /** `file`: came along or from a folder; `published`: by the bureau; `supplement`: a layer, published. */
  origin: z.enum(['file', 'published', 'supplement']),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
  hash: z.string(),
  /** It judges the day asked about. */
  inForce: z.boolean(),
})
export type SchemeVersionView = z.infer<typeof version>

/** The plan in force on a day: each clause, what runs it, and how that stands. */
export const getScheme = defineRoute({
  name: 'getScheme',
  method: 'GET',
  path: '/api/scheme',
  roles: READERS,
  query: when,
  response: z.object({
    bar,
    title: z.string(),
    issuer: z.string(),
    issued: day.nullable(),
    reading: both.nullable(),
    inForce: z.object({ from: day, to: day }),
    version,
    clauses: z.array(clause),
    items: z.array(item),
    settings: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        about: both,
        value: z.string(),
        /** The bureau gave it another value than the plan's. */
        given: z.boolean(),
      }),
    ),
  }),
  errors: [],
})

export const listSchemeVersions = defineRoute({
  name: 'listSchemeVersions',
  method: 'GET',
  path: '/api/scheme/versions',
  roles: READERS,
  query: when,
  /** Newest first. */
  response: z.object({ versions: z.array(version) }),
  errors: [],
})

/** One version whole, as text and as JSON. */
export const getSchemeVersion = defineRoute({
  name: 'getSchemeVersion',
  method: 'GET',
  path: '/api/scheme/versions/:seq',
  roles: READERS,
  params: z.object({ seq }),
  response: z.object({
    version,
    text: z.string(),
    /** The notice by which it came about. */
    supplement: z.string().nullable(),
    json: z.record(z.string(), z.unknown()),
  }),
  errors: ['request.not-found'],
})

const change = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  keys: z.array(z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  before: both.nullable(),
  after: both.nullable(),
})
export type SchemeChangeView = z.infer<typeof change>

export const compareSchemeVersions = defineRoute({
  name: 'compareSchemeVersions',
  method: 'GET',
  path: '/api/scheme/compare',
  roles: READERS,
  query: z.object({ from: seq, to: seq }),
  response: z.object({ from: version, to: version, changes: z.array(change) }),
  errors: ['request.not-found'],
})

/** Longer texts are no work plan. */
export const SCHEME_TEXT_MOST = 400_000
const draft = z.object({
  /** `whole`: the plan as it shall read; `supplement`: a notice laid over the plan in force. */
  kind: z.enum(['whole', 'supplement']),
  text: z.string().max(SCHEME_TEXT_MOST),
  from: day,
})
export type SchemeDraft = z.infer<typeof draft>

const finding = z.object({
  line: integer,
  column: integer,
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  mend: both,
})
export type SchemeFinding = z.infer<typeof finding>

const count = z.record(z.string(), integer)
const effects = z.object({
  /** The day on which both plans were put to the present facts. */
  asOf: day,
  /** Projects of which any light changes. */
  projects: integer,
  lights: z.array(
    z.object({ rule: z.string(), name: z.string(), nameEn: z.string(), before: count, after: count }),
  ),
  /** The first of them, worst first; null: the light is not there. */
  moved: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      unitName: z.string(),
      list: z.string(),
      rule: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  units: z.array(z.object({ unit: z.string(), name: z.string(), projects: integer })),
  targets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      before: tile.shape.state.nullable(),
      after: tile.shape.state.nullable(),
    }),
  ),
  actions: z.object({ before: integer, after: integer }),
})
export type SchemeEffects = z.infer<typeof effects>

/** What is wrong with a text, while it is written. */
export const checkScheme = defineRoute({
  name: 'checkScheme',
  method: 'POST',
  path: '/api/scheme/check',
  roles: DISPATCHER,
  body: draft,
  response: z.object({ findings: z.array(finding) }),
  errors: [],
})

/** What a text would change, of the plan and of today's judgements. */
export const previewScheme = defineRoute({
  name: 'previewScheme',
  method: 'POST',
  path: '/api/scheme/preview',
  roles: DISPATCHER,
  body: draft,
  response: z.object({
    findings: z.array(finding),
    changes: z.array(change),
    /** Null while there are errors. */
    effects: effects.nullable(),
    /** The publication compares with it: something else may have been published meanwhile. */
    fingerprint: z.string(),
  }),
  errors: ['scheme.earlier'],
})

/** Puts a new version into the ledger; those before stay as they are. */
export const publishScheme = defineRoute({
  name: 'publishScheme',
  method: 'POST',
  path: '/api/scheme/versions',
  roles: DISPATCHER,
  body: draft.extend({
    fingerprint: z.string().max(100),
    reason: z.string().trim().min(2).max(500),
    key: z.string().regex(/^[\w-]{8,64}$/),
  }),
  response: z.object({ seq: integer }),
  errors: ['scheme.earlier', 'scheme.findings', 'scheme.same', 'scheme.stale'],
})
