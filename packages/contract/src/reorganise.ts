import { z } from 'zod'
import { day, integer } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

const name = z.string().trim().min(1).max(120)
const id = z.string().min(1).max(200)
const amount = integer.min(0)
const figures = z.record(z.string().max(60), amount)
const dated = {
  /** First day on which it holds; today or earlier. */
  day,
  reason: z.string().trim().min(2).max(500),
  /** Made by the client for one reorganisation: a request that comes twice is written once, and a new id follows from it. */
  key: z.uuid(),
}

export const reorganisation = z.discriminatedUnion('kind', [
  z.object({ ...dated, kind: z.literal('rename-unit'), unit: id, name }),
  z.object({ ...dated, kind: z.literal('move-unit'), unit: id, parent: id.nullable() }),
  z.object({ ...dated, kind: z.literal('merge-units'), unit: id, into: id }),
  z.object({
    ...dated,
    kind: z.literal('split-unit'),
    unit: id,
    name,
    projects: z.array(id).max(5_000),
    posts: z.array(id).max(500),
  }),
  z.object({ ...dated, kind: z.literal('rename-project'), project: id, name }),
  z.object({ ...dated, kind: z.literal('merge-projects'), project: id, into: id, figures }),
  z.object({
    ...dated,
    kind: z.literal('split-project'),
    project: id,
    name,
    plans: z.array(z.object({ list: id, year: integer.optional(), annualPlan: amount })).max(50),
    totalInvest: amount.optional(),
    figures,
  }),
])
export type ReorganisationAsked = z.infer<typeof reorganisation>

const change = <T extends z.ZodType>(of: T) => z.object({ before: of, after: of })
const sums = z.object({
  annualPlan: integer,
  planToDate: integer,
  invested: integer,
  totalInvest: integer,
})

const preview = z.object({
  /** Of what will be written; the commit names it, so that nothing else is. */
  fingerprint: z.string(),
  projects: change(integer),
  units: change(integer),
  /** Of the projects that change, each once. */
  sums: change(sums),
  lists: z.array(
    change(z.object({ projects: integer, annualPlan: integer })).extend({
      list: z.string(),
      name: z.string(),
    }),
  ),
  changed: z.array(
    change(z.object({ projects: integer, posts: integer })).extend({ unit: z.string(), name: z.string() }),
  ),
  /** Who sees more or fewer projects. */
  readers: z.array(change(integer).extend({ post: z.string(), name: z.string(), unitName: z.string() })),
  /** Returns that are entered with it. */
  returns: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      period: z.string(),
      figures: z.record(z.string(), z.union([integer, z.string()])),
    }),
  ),
  notes: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  facts: integer,
})
export type ReorganisePreview = z.infer<typeof preview>

const DISPATCHER = ['dispatcher'] as const
const FAULTS = [
  'reorganise.day-ahead',
  'reorganise.written-later',
  'reorganise.unit-unknown',
  'reorganise.project-unknown',
  'reorganise.post-unknown',
  'reorganise.nothing',
  'reorganise.name-taken',
  'reorganise.cycle',
  'reorganise.into-itself',
  'reorganise.has-units',
  'reorganise.returns-later',
  'reorganise.figures-missing',
  'reorganise.figure-too-large',
  'reorganise.total-too-large',
  'reorganise.part-too-large',
  'reorganise.list-unknown',
  'reorganise.plans-differ',
  'return.period-not-ended',
] as const

export const previewReorganisation = defineRoute({
  name: 'previewReorganisation',
  method: 'POST',
  path: '/api/reorganisations/preview',
  roles: DISPATCHER,
  body: reorganisation,
  response: preview,
  errors: FAULTS,
})
export const saveReorganisation = defineRoute({
  name: 'saveReorganisation',
  method: 'POST',
  path: '/api/reorganisations',
  roles: DISPATCHER,
  body: z.object({ asked: reorganisation, fingerprint: z.string().max(64) }),
  response: z.object({ id: z.string(), firstSeq: integer, lastSeq: integer }),
  errors: [...FAULTS, 'reorganise.stale'],
})
export const undoReorganisation = defineRoute({
  name: 'undoReorganisation',
  method: 'POST',
  path: '/api/reorganisations/:id/undo',
  roles: DISPATCHER,
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ firstSeq: integer, lastSeq: integer }),
  errors: ['request.not-found', 'undo.overtaken'],
})

const named = z.object({ id: z.string(), name: z.string() })
const record = z.object({
  id: z.string(),
  kind: z.enum([
    'rename-unit',
    'move-unit',
    'merge-units',
    'split-unit',
    'rename-project',
    'merge-projects',
    'split-project',
  ]),
  day,
  reason: z.string(),
  /** Rename: the old name and the new one; move: the unit and its parent; merge and split: the one and the other. */
  from: named,
  to: named.nullable(),
  by: z.string(),
  at: z.string(),
  undone: z.boolean(),
})
export type ReorganisationRecord = z.infer<typeof record>

export const listReorganisations = defineRoute({
  name: 'listReorganisations',
  method: 'GET',
  path: '/api/reorganisations',
  roles: DISPATCHER,
  response: z.object({ records: z.array(record) }),
  errors: [],
})
/** Renames, merges and splits of one project, also of one that has left. */
export const projectChanges = defineRoute({
  name: 'projectChanges',
  method: 'GET',
  path: '/api/projects/:id/changes',
  roles: READERS,
  params: z.object({ id }),
  response: z.object({ records: z.array(record) }),
  errors: ['request.not-found'],
})

const unit = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['bureau', 'town', 'enterprise', 'office']),
  parent: z.string().nullable(),
  aliases: z.array(z.string()),
  posts: integer,
  /** Projects that name it; null for an administrator, who sees no business data. */
  projects: integer.nullable(),
  /** Where it was closed: from which day, and who took over. */
  closed: z.object({ day, into: z.string().nullable() }).nullable(),
})
export type UnitRow = z.infer<typeof unit>

export const listUnits = defineRoute({
  name: 'listUnits',
  method: 'GET',
  path: '/api/units',
  roles: ['dispatcher', 'administrator'],
  response: z.object({ today: day, units: z.array(unit) }),
  errors: [],
})
/** What hangs on a unit, to choose from, and the names it went by. */
export const getUnit = defineRoute({
  name: 'getUnit',
  method: 'GET',
  path: '/api/units/:id',
  roles: DISPATCHER,
  params: z.object({ id }),
  response: z.object({
    projects: z.array(named.extend({ as: z.array(z.enum(['lead', 'owner', 'town'])) })),
    posts: z.array(named.extend({ role: z.string(), head: z.boolean() })),
    names: z.array(z.object({ name: z.string(), from: day })),
  }),
  errors: ['request.not-found'],
})
/** What a merge or split of a project needs to know: plans, and figures as they stand. */
export const projectParts = defineRoute({
  name: 'projectParts',
  method: 'GET',
  path: '/api/projects/:id/parts',
  roles: DISPATCHER,
  params: z.object({ id }),
  query: z.object({ day: day.optional() }),
  response: z.object({
    id: z.string(),
    name: z.string(),
    totalInvest: integer.nullable(),
    plans: z.array(
      z.object({
        list: z.string(),
        name: z.string(),
        year: integer.nullable(),
        annualPlan: integer.nullable(),
      }),
    ),
    figures: z.record(z.string(), integer),
    /** The period of the day, whose figures are entered with the change where it has ended. */
    period: z.string(),
    ended: z.boolean(),
  }),
  errors: ['request.not-found'],
})
