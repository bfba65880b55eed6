import { z } from 'zod'
import { integer } from './common.ts'
import { defineRoute } from './route.ts'
import { me } from './session.ts'

/** Header that carries the code from the server's console while an installation is being set up. */
export const SETUP_CODE = 'x-guatu-setup'

const name = z.string().trim().min(1).max(60)

const planChoice = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  jurisdictionName: z.string(),
  /** First year that it judges. */
  year: integer,
  lists: integer,
  lights: integer,
  targets: integer,
  /** Issued for the very region that was picked: it can be used as it is. */
  own: z.boolean(),
})

const progress = z.object({
  /** Null until the region is picked. */
  jurisdiction: z.object({ id: z.string(), name: z.string() }).nullable(),
  login: z.string().nullable(),
  plans: z.array(planChoice),
  /** The year that a plan is made for unless another is chosen. */
  year: integer,
})

/** Whether this installation still waits to be set up; asked by whoever opens the page. */
export const setupState = defineRoute({
  name: 'setupState',
  method: 'GET',
  path: '/api/setup',
  open: true,
  roles: [],
  response: z.object({ open: z.boolean() }),
  errors: [],
})
export const setupProgress = defineRoute({
  name: 'setupProgress',
  method: 'GET',
  path: '/api/setup/progress',
  open: true,
  setup: true,
  roles: [],
  response: progress,
  errors: [],
})
/** The regions of the national list below one; the provinces where none is named. */
export const setupRegions = defineRoute({
  name: 'setupRegions',
  method: 'GET',
  path: '/api/setup/regions',
  open: true,
  setup: true,
  roles: [],
  query: z.object({ parent: z.string().optional() }),
  response: z.object({ regions: z.array(z.object({ code: z.string(), name: z.string() })) }),
  errors: [],
})
/** The region, and who sets up: the first account, dispatcher and administrator in one. */
export const setupBegin = defineRoute({
  name: 'setupBegin',
  method: 'POST',
  path: '/api/setup/region',
  open: true,
  setup: true,
  roles: [],
  body: z.object({
    /** Six digits of the national list; absent for a zone that has none. */
    region: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    name,
    bureau: name,
    person: name,
    login: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
  }),
  response: progress,
  errors: ['setup.begun', 'login.form', 'password.too-short'],
})
/** Puts a plan into force, signs in who sets up, and closes the setup: the rest is done under that account. */
export const setupPlan = defineRoute({
  name: 'setupPlan',
  method: 'POST',
  path: '/api/setup/plan',
  open: true,
  setup: true,
  roles: [],
  body: z.object({
    kind: z.enum(['as-is', 'copy', 'blank']),
    /** Of the plan that is used or copied. */
    plan: z.string().optional(),
    year: integer.min(2000).max(2100),
    /** Of a blank plan; has a default. */
    list: name.optional(),
    /** What the jurisdiction is called in English; its own name unless given. */
    nameEn: name.optional(),
  }),
  response: z.object({
    me,
    /** Names of what a copy leaves out, since it is an amount of the other jurisdiction. */
    left: z.array(z.string()),
  }),
  errors: ['setup.not-begun', 'setup.no-plan', 'setup.begun'],
})
/** Loads the demo instead. */
export const setupDemo = defineRoute({
  name: 'setupDemo',
  method: 'POST',
  path: '/api/setup/demo',
  open: true,
  setup: true,
  roles: [],
  response: z.object({ accounts: z.array(z.object({ login: z.string(), name: z.string() })) }),
  errors: ['setup.begun'],
})

/** How far a new installation has come, counted from what it holds. */
export const firstSteps = defineRoute({
  name: 'firstSteps',
  method: 'GET',
  path: '/api/first-steps',
  roles: ['dispatcher'],
  response: z.object({
    plan: z.string(),
    units: integer,
    people: integer,
    projects: integer,
    slips: z.object({ none: integer, issued: integer, used: integer }),
    returns: integer,
    /** The last month that has ended, and by when its returns are due. */
    period: z.string(),
  }),
  errors: [],
})

export const getTemplate = defineRoute({
  name: 'getTemplate',
  method: 'GET',
  path: '/api/templates/:kind',
  roles: ['dispatcher'],
  params: z.object({ kind: z.enum(['roster', 'projects', 'returns']) }),
  gives: 'bytes',
  response: z.unknown(),
  errors: [],
})

const rosterPreview = z.object({
  units: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      /** Depth in the tree, 0 at the top; the units stand in its order. */
      depth: integer,
      isNew: z.boolean(),
      people: z.array(
        z.object({ name: z.string(), login: z.string(), role: z.string(), isNew: z.boolean() }),
      ),
    }),
  ),
  counts: z.object({
    units: integer,
    newUnits: integer,
    people: integer,
    newPeople: integer,
    posts: integer,
  }),
  /** Nothing is written while there is one. */
  findings: z.array(
    z.object({
      sheet: z.string(),
      row: integer,
      column: z.string(),
      code: z.string(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
})
export type RosterPreview = z.infer<typeof rosterPreview>

export const checkRoster = defineRoute({
  name: 'checkRoster',
  method: 'POST',
  path: '/api/roster/check',
  roles: ['dispatcher'],
  takes: 'file',
  response: rosterPreview,
  errors: ['file.refused', 'request.too-large', 'server.busy'],
})
/** Writes what `checkRoster` shows; refused while there is a finding. */
export const saveRoster = defineRoute({
  name: 'saveRoster',
  method: 'POST',
  path: '/api/roster',
  roles: ['dispatcher'],
  takes: 'file',
  response: rosterPreview,
  errors: ['file.refused', 'request.too-large', 'server.busy', 'roster.findings'],
})
