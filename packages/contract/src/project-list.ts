import { z } from 'zod'
import { bar, figure, integer, light, when } from './common.ts'
import { MAKING } from './document-error.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** Filters whose values are chosen from a list. */
export const PROJECT_FACETS = [
  'list',
  'unit',
  'stage',
  'nature',
  'colour',
  'leader',
  'sector',
  'fund',
  'place',
] as const
export type ProjectFacet = (typeof PROJECT_FACETS)[number]

/** Several values in one text, joined by commas; a comma inside a value is written `%2C`. */
export const joinValues = (values: readonly string[]): string =>
  values.map(value => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')
export const splitValues = (text: string | undefined): string[] =>
  text === undefined || text === ''
    ? []
    : text.split(',').map(value => value.replaceAll('%2C', ',').replaceAll('%25', '%'))

/** Columns of the list and of its sheet in the order in which they stand; `field:` and a plan's field may follow. */
export const PROJECT_COLUMNS = [
  'code',
  'lights',
  'list',
  'unit',
  'owner',
  'place',
  'leader',
  'sector',
  'fund',
  'nature',
  'stage',
  'total-invest',
  'annual-plan',
  'plan-to-date',
  'invested',
  'completion',
  'gap',
  'year',
  'period',
] as const
export type ProjectColumn = (typeof PROJECT_COLUMNS)[number]

const values = z.string().max(4000).optional()
const amount = z.coerce.number().int().optional()
const percent = z
  .string()
  .regex(/^-?\d{1,6}(\.\d{1,2})?$/)
  .optional()

/** Filters and order of the list; the address of the page carries the same names. */
export const projectQuery = when.extend({
  q: z.string().max(100).optional(),
  list: values,
  /** A unit stands for itself and all below it. */
  unit: values,
  stage: values,
  nature: values,
  colour: values,
  leader: values,
  sector: values,
  fund: values,
  place: values,
  /** `progress:red,start:yellow`: colours in single dimensions. */
  light: values,
  /** Minor units, both ends included, as of the completion rate in percent. */
  totalMin: amount,
  totalMax: amount,
  planMin: amount,
  planMax: amount,
  doneMin: percent,
  doneMax: percent,
  /** Only those of whom no return came for the last period that ended. */
  silent: z.enum(['yes']).optional(),
  /** `severity`, `name`, a column, `light:` and a dimension, or `field:` and a plan's field. */
  sort: z.string().max(80).optional(),
  order: z.enum(['asc', 'desc']).optional(),
})
export type ProjectQuery = z.output<typeof projectQuery>

export const projectRow = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().optional(),
  leadUnit: z.string().nullable(),
  leadUnitName: z.string(),
  ownerUnitName: z.string(),
  townUnit: z.string().nullable(),
  townUnitName: z.string(),
  place: z.string().optional(),
  leader: z.string().optional(),
  sector: z.string().optional(),
  fundSource: z.string().optional(),
  /** Names that it, or a project merged into it, went by before. */
  formerNames: z.array(z.string()).readonly().optional(),
  lists: z.array(z.string()),
  nature: z.string().nullable(),
  stage: z.string().nullable(),
  totalInvest: integer.nullable(),
  annualPlan: integer.nullable(),
  planToDate: integer.nullable(),
  invested: integer.nullable(),
  /** Period of the last return. */
  period: z.string().nullable(),
  /** No return came for the last period that ended. */
  silent: z.boolean(),
  /** Cumulative at month ends of the year: done up to the as-of date, planned for all twelve. */
  months: z.object({ done: z.array(integer.nullable()), plan: z.array(integer).nullable() }),
  colour: z.string(),
  lights: z.array(light.pick({ list: true, dimension: true, colour: true, rule: true })),
  /** Values of the scheme's own fields. */
  extra: z.record(z.string(), figure),
  synthetic: z.boolean(),
})
export type ProjectRow = z.infer<typeof projectRow>

export const listProjects = defineRoute({
  name: 'listProjects',
  method: 'GET',
  path: '/api/projects',
  roles: READERS,
  query: projectQuery.extend({
    page: z.coerce.number().int().min(1).optional(),
    size: z.coerce.number().int().min(1).max(500).optional(),
  }),
  response: z.object({
    bar,
    rows: z.array(projectRow),
    total: integer,
    /** Of all that was found; money is null beyond the exact range of minor units. */
    sums: z.object({
      projects: integer,
      started: integer,
      annualPlan: integer.nullable(),
      planToDate: integer.nullable(),
      invested: integer.nullable(),
      totalInvest: integer.nullable(),
    }),
  }),
  errors: [],
})

const facet = z.array(z.object({ id: z.string(), name: z.string(), count: integer }))

/** What may be chosen under each filter: each value with how many projects the other filters leave it. */
export const projectFacets = defineRoute({
  name: 'projectFacets',
  method: 'GET',
  path: '/api/project-facets',
  roles: READERS,
  query: projectQuery,
  response: z.object({
    facets: z.record(z.enum(PROJECT_FACETS), facet),
    /** By dimension of the lights. */
    lights: z.record(z.string(), facet),
  }),
  errors: [],
})

/** The project table as .xlsx: what the filters show, in its order. It reads back through import. */
export const exportProjects = defineRoute({
  name: 'exportProjects',
  method: 'GET',
  path: '/api/projects.xlsx',
  roles: READERS,
  /** Columns as on screen; absent: all that a project has. */
  query: projectQuery.extend({ columns: values }),
  gives: 'bytes',
  response: z.unknown(),
  errors: MAKING,
})
