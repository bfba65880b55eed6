import { z } from 'zod'
import { figure, integer, period } from './common.ts'
import { returnState } from './return-sheet.ts'
import { defineRoute } from './route.ts'

const finding = z.object({
  sheet: z.string(),
  row: integer,
  column: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  level: z.enum(['error', 'warning']),
})

const column = z.object({
  /** From 1. */
  column: integer,
  letter: z.string(),
  header: z.string(),
  field: z.string().nullable(),
  /** Money columns: the unit that their numbers are in. */
  unit: z.string().nullable(),
  sure: z.boolean(),
  computed: z.boolean(),
  samples: z.array(z.string()),
})

const row = z.object({
  row: integer,
  kind: z.enum([
    'new',
    'update',
    'unchanged',
    'duplicate',
    'bad',
    'subtotal',
    'section',
    'title',
    'header',
    'note',
    'blank',
  ]),
  name: z.string(),
  /** The project it goes to, once that is clear. */
  project: z.string().nullable(),
  changes: z.array(
    z.object({
      field: z.string(),
      before: figure.nullable(),
      after: figure.nullable(),
      computed: z.boolean(),
    }),
  ),
  /** Projects it may be the same as; a decision is asked for. */
  candidates: z.array(
    z.object({ project: z.string(), name: z.string(), why: z.string(), whyEn: z.string() }),
  ),
  /** A project id, `new` or `skip`. */
  decision: z.string().nullable(),
  findings: z.array(finding),
  /** Subtotal rows: whether they agree with their parts, column by column. */
  subtotal: z.array(
    z.object({ header: z.string(), states: z.string(), parts: z.string(), agrees: z.boolean().nullable() }),
  ),
})

const importPreview = z.object({
  id: z.string(),
  state: z.enum(['open', 'done', 'undone']),
  file: z.object({ name: z.string(), bytes: integer, format: z.string(), encoding: z.string().nullable() }),
  sheets: z.array(z.object({ name: z.string(), rows: integer })),
  sheet: z.string(),
  columns: z.array(column),
  /** `reported`: a row for each period, a column for each indicator that a unit reports. */
  holds: z.enum(['projects', 'reported']),
  fields: z.array(
    z.object({ id: z.string(), name: z.string(), nameEn: z.string(), type: z.string().optional() }),
  ),
  /** The unit whose figures they are; null for projects. */
  unit: z.string().nullable(),
  /** Units it may be chosen from. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Null until recognised or chosen. */
  period: z.string().nullable(),
  list: z.string().nullable(),
  figuresAre: z.enum(['cumulative', 'monthly']),
  mapping: z.string().nullable(),
  rows: z.array(row),
  /** Rows of a long file that are not shown: nothing has to be decided or looked at there. */
  rowsLeftOut: integer,
  counts: z.object({
    new: integer,
    update: integer,
    unchanged: integer,
    decide: integer,
    bad: integer,
    left: integer,
  }),
  findings: z.array(finding),
  skipBad: z.boolean(),
  canCommit: z.boolean(),
  batch: z.string().nullable(),
})
export type ImportPreview = z.infer<typeof importPreview>

const id = z.object({ id: z.string() })

export const uploadImport = defineRoute({
  name: 'uploadImport',
  method: 'POST',
  path: '/api/imports',
  roles: ['dispatcher', 'reporter'],
  takes: 'file',
  response: importPreview,
  errors: ['file.refused', 'request.too-large', 'server.busy'],
})
export const getImport = defineRoute({
  name: 'getImport',
  method: 'GET',
  path: '/api/imports/:id',
  roles: ['dispatcher', 'reporter'],
  params: id,
  response: importPreview,
  errors: ['request.not-found'],
})
/** Any part may be left out; what is given replaces what was chosen before. */
export const decideImport = defineRoute({
  name: 'decideImport',
  method: 'PUT',
  path: '/api/imports/:id',
  roles: ['dispatcher', 'reporter'],
  params: id,
  body: z.object({
    sheet: z.string().optional(),
    holds: z.enum(['projects', 'reported']).optional(),
    unit: z.string().optional(),
    period: z.string().optional(),
    list: z.string().optional(),
    figuresAre: z.enum(['cumulative', 'monthly']).optional(),
    columns: z
      .array(z.object({ column: integer, field: z.string().nullable(), unit: z.string().nullable() }))
      .optional(),
    decisions: z.record(z.string(), z.string()).optional(),
    skipBad: z.boolean().optional(),
    /** Keep these choices under a name for the next file of this kind. */
    saveMappingAs: z.string().max(60).optional(),
  }),
  response: importPreview,
  errors: ['request.not-found', 'import.done'],
})
export const commitImport = defineRoute({
  name: 'commitImport',
  method: 'POST',
  path: '/api/imports/:id/commit',
  roles: ['dispatcher', 'reporter'],
  params: id,
  body: z.object({
    /** Of warnings that the checks have, and of figures that change what was reported. */
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({
    batch: z.string(),
    firstSeq: integer,
    lastSeq: integer,
    accepted: integer,
    left: integer,
    /** Returns that are due now and have figures in the file: whether they went with it, or why not. */
    returns: z.array(
      z.object({
        unit: z.string(),
        unitName: z.string(),
        period,
        state: returnState,
        moved: z.boolean(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  }),
  errors: [
    'request.not-found',
    'import.undecided',
    'import.bad-rows',
    'import.nothing',
    'import.done',
    'import.stale',
    'return.wrong-state',
    'return.not-open',
    'return.locked',
    'period.closed',
  ],
})
export const undoBatch = defineRoute({
  name: 'undoBatch',
  method: 'POST',
  path: '/api/batches/:id/undo',
  roles: ['dispatcher', 'reporter'],
  params: id,
  body: z.object({}),
  response: z.object({ batch: z.string(), firstSeq: integer, lastSeq: integer }),
  errors: [
    'request.not-found',
    'return.wrong-state',
    'return.not-open',
    'return.locked',
    'period.closed',
    'undo.overtaken',
  ],
})
export const listBatches = defineRoute({
  name: 'listBatches',
  method: 'GET',
  path: '/api/batches',
  roles: ['dispatcher', 'reporter'],
  response: z.object({
    batches: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        at: z.string(),
        by: z.string(),
        firstSeq: integer,
        lastSeq: integer,
        undone: z.boolean(),
      }),
    ),
    /** Previews begun but not yet written. */
    open: z.array(z.object({ id: z.string(), fileName: z.string(), at: z.string() })),
  }),
  errors: [],
})
