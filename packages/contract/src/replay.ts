import { z } from 'zod'
import { bar, day, integer, light, period } from './common.ts'
import { MAKING } from './document-error.ts'
import { defineRoute } from './route.ts'

const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string() })

/** What a setting of a plan may hold. */
const SETTING_TYPES = [
  'rate',
  'points',
  'days',
  'working-days',
  'months',
  'count',
  'amount',
  'season',
  'choice',
] as const

const setting = z.object({
  id: z.string(),
  type: z.enum(SETTING_TYPES),
  choices: z.array(z.string()),
  /** In force: the bureau's own value, else the plan's. */
  value: z.string(),
  about: z.string(),
  aboutEn: z.string(),
})

const form = z.object({
  bar,
  settings: z.array(setting),
  /** The lights that read a setting, each as the sentence it is now. */
  lights: z.array(
    named.extend({ sentence: z.string(), sentenceEn: z.string(), settings: z.array(z.string()) }),
  ),
})
export type ReplayForm = z.infer<typeof form>

const REPLAYERS = ['dispatcher', 'leader'] as const

/** What can be tried on the plan in force. */
export const getReplayForm = defineRoute({
  name: 'getReplayForm',
  method: 'GET',
  path: '/api/replay',
  roles: REPLAYERS,
  response: form,
  errors: [],
})

/** In UTF-8 a draft of so many characters still fits the limit of a request. */
export const DRAFT_MOST = 300_000

const asked = z.object({
  from: period,
  to: period,
  /** The period whose projects and units are given; the last when absent. */
  period: period.optional(),
  /** Either values of settings, or the text of another plan; it is read and judged, never kept. */
  settings: z.record(z.string(), z.string().max(100)).optional(),
  draft: z.string().min(1).max(DRAFT_MOST).optional(),
  /** All lights when false; else those that change colour. */
  changed: z.boolean().default(true),
  unit: z.string().optional(),
  dimension: z.string().optional(),
  size: integer.min(1).max(1000).default(200),
})
export type ReplayAsked = z.input<typeof asked>

const colour = named.extend({ mark: z.enum(['red', 'orange', 'yellow', 'lime', 'green', 'blue']) })
const side = z.object({ name: z.string(), nameEn: z.string(), colours: z.array(colour) })
const standing = z.object({ projects: integer, red: integer, rank: integer.nullable() })
const said = z.object({ light, name: z.string(), nameEn: z.string(), action: z.string().nullable() })
const targetState = z.enum(['stretch-met', 'floor-met', 'short', 'unreported']).nullable()

const replayed = z.object({
  periods: z.array(
    z.object({
      period,
      asOf: day,
      projects: integer,
      changed: integer,
      recoloured: integer,
      worse: integer,
      better: integer,
      raised: integer,
      dropped: integer,
    }),
  ),
  period,
  asOf: day,
  before: side,
  after: side,
  /** Overall colour before → after, `none` for ○; null: on no list of that plan. */
  matrix: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), projects: integer })),
  units: z.array(z.object({ unit: z.string(), name: z.string(), before: standing, after: standing })),
  targets: z.array(named.extend({ before: targetState, after: targetState })),
  dimensions: z.array(z.string()),
  total: integer,
  rows: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      unitName: z.string(),
      list: z.string(),
      listName: z.string(),
      listNameEn: z.string(),
      dimension: z.string(),
      changed: z.boolean(),
      before: said.nullable(),
      after: said.nullable(),
    }),
  ),
})
export type Replayed = z.infer<typeof replayed>

const finding = z.object({
  line: integer,
  column: integer,
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  mend: z.string(),
})

/** Judges past periods anew: nothing is written. */
export const runReplay = defineRoute({
  name: 'runReplay',
  method: 'POST',
  path: '/api/replay',
  roles: REPLAYERS,
  body: asked,
  response: z.object({
    /** Of the draft, or of the plan with the values tried; an error among them: there is no replay. */
    findings: z.array(finding),
    replay: replayed.nullable(),
  }),
  errors: ['replay.what', 'replay.periods', 'replay.setting', 'replay.too-large'],
})

/** The rows of `runReplay` as they are seen, all of them. */
export const exportReplay = defineRoute({
  name: 'exportReplay',
  method: 'POST',
  path: '/api/replay/table.xlsx',
  roles: REPLAYERS,
  body: asked,
  gives: 'bytes',
  response: z.unknown(),
  errors: [
    'replay.what',
    'replay.periods',
    'replay.setting',
    'replay.too-large',
    'replay.findings',
    ...MAKING,
  ],
})
