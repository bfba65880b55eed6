import { z } from 'zod'
import { bar, day, figure, integer, light, rate, when } from './common.ts'
import { projectRow } from './project-list.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** One entry of the ledger as people read it. */
const entryView = z.object({
  seq: integer,
  period: z.string(),
  figures: z.record(z.string(), figure.nullable()),
  reason: z.string().optional(),
  via: z.enum(['import', 'form', 'undo', 'setup']),
  file: z.string().optional(),
  fileName: z.string().optional(),
  sheet: z.string().optional(),
  row: integer.optional(),
  computed: z.array(z.string()),
  summed: z.array(z.string()),
  enteredBy: z.string(),
  recordedAt: z.string(),
  hash: z.string(),
})
export type EntryView = z.infer<typeof entryView>

const projectPage = z.object({
  bar,
  row: projectRow,
  place: z.string().optional(),
  plannedStart: day.nullable(),
  plannedCompletion: day.nullable(),
  memberships: z.array(
    z.object({
      list: z.string(),
      nature: z.string().nullable(),
      year: integer.nullable(),
      annualPlan: integer.nullable(),
      curve: z.enum(['own-months', 'list-curve', 'linear']).nullable(),
    }),
  ),
  /** The year: cumulative figures at each month's end, null where not reported. */
  months: z.array(
    z.object({
      month: z.string(),
      plan: integer.nullable(),
      done: integer.nullable(),
      paid: integer.nullable(),
      statistics: integer.nullable(),
    }),
  ),
  /** Every period with a return, newest first: figures in force and the entry each came from. */
  returns: z.array(
    z.object({
      period: z.string(),
      figures: z.record(z.string(), figure),
      sources: z.record(z.string(), integer),
    }),
  ),
  lights: z.array(light),
  trail: z.array(entryView),
  /** Periods that may be reported or corrected now, newest first. */
  openPeriods: z.array(z.string()),
  /** Of them those whose figures the reader may not write now: not opened, locked, sent or closed. */
  shut: z.array(z.object({ period: z.string(), code: z.string(), zh: z.string(), en: z.string() })),
})
export type ProjectPage = z.infer<typeof projectPage>

export const getProject = defineRoute({
  name: 'getProject',
  method: 'GET',
  path: '/api/projects/:id',
  roles: READERS,
  params: z.object({ id: z.string() }),
  query: when,
  response: projectPage,
  errors: ['request.not-found'],
})

/** Why a light has its colour: the rule in words, the entries behind the inputs, and how it went before. */
export const whyLight = defineRoute({
  name: 'whyLight',
  method: 'GET',
  path: '/api/why/light',
  roles: READERS,
  query: when.extend({ project: z.string(), list: z.string(), rule: z.string() }),
  response: z.object({
    bar,
    projectName: z.string(),
    light,
    sentence: z.object({ zh: z.string(), en: z.string() }),
    clause: z.string().nullable(),
    covers: z.array(z.string()),
    reading: z.object({ zh: z.string(), en: z.string() }).nullable(),
    entries: z.array(entryView),
    /** Month ends of the year up to the as-of date. */
    history: z.array(z.object({ asOf: day, colour: z.string(), value: rate.nullable() })),
  }),
  errors: ['request.not-found'],
})

/** Why an indicator has its value: what it counts, over whom, and each project's share. */
export const whyIndicator = defineRoute({
  name: 'whyIndicator',
  method: 'GET',
  path: '/api/why/indicator',
  roles: READERS,
  query: when.extend({ indicator: z.string(), scope: z.string() }),
  response: z.object({
    bar,
    name: z.string(),
    nameEn: z.string(),
    origin: z.enum(['from-projects', 'reported']),
    caliber: z.enum(['dispatch', 'statistics']),
    scope: z.string(),
    numerator: integer.nullable(),
    denominator: integer.nullable(),
    unit: z.enum(['percent', 'minor', 'count']),
    /** Targets that measure it over this scope, else itself: where the plan asks for it. */
    asked: z.array(
      z.object({
        kind: z.enum(['target', 'indicator']),
        id: z.string(),
        name: z.string(),
        nameEn: z.string(),
        clause: z.string().nullable(),
        covers: z.array(z.string()),
      }),
    ),
    shares: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        numerator: integer,
        denominator: integer.nullable(),
        entry: integer.nullable(),
      }),
    ),
    entries: z.array(entryView),
  }),
  errors: ['request.not-found'],
})

/** One entry with the row of the file that it came from. */
export const getEntry = defineRoute({
  name: 'getEntry',
  method: 'GET',
  path: '/api/entries/:seq',
  roles: READERS,
  params: z.object({ seq: z.coerce.number().int() }),
  response: z.object({
    entry: entryView,
    project: z.string().nullable(),
    projectName: z.string().nullable(),
    /** The source row: header and text of each filled cell. */
    cells: z
      .array(z.object({ column: z.string(), header: z.string(), text: z.string(), computed: z.boolean() }))
      .nullable(),
  }),
  errors: ['request.not-found'],
})

export const getSourceFile = defineRoute({
  name: 'getSourceFile',
  method: 'GET',
  path: '/api/files/:id',
  roles: READERS,
  params: z.object({ id: z.string() }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})
