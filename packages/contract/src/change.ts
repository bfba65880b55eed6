import { z } from 'zod'
import { bar, day, figure, integer, when } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** Names under which changes are counted and filtered. */
export const CHANGE_TAGS = [
  'worse',
  'better',
  'stage',
  'investment',
  'reported',
  'joined',
  'left',
  'renamed',
  'membership',
  'plan',
  'light',
  'figure',
  'attribute',
] as const
export type ChangeTag = (typeof CHANGE_TAGS)[number]

/** The entry that did it; null: the day moved on, or something else than a return was written. */
const entry = integer.nullable()
const text = z.string().nullable()
const amount = integer.nullable()
const year = integer.nullable()

/** One thing that differs, from → to; null where there was or is nothing. */
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['joined', 'left']), entry }),
  z.object({ kind: z.literal('renamed'), from: z.string(), to: z.string(), entry }),
  z.object({
    kind: z.literal('light'),
    /** `*`: over all lists; then there is no dimension and no rule. */
    list: z.string(),
    dimension: text,
    rule: text,
    from: z.string(),
    to: z.string(),
    turn: z.enum(['worse', 'better', 'other']),
    entry,
  }),
  z.object({ kind: z.literal('stage'), from: text, to: text, entry }),
  z.object({
    kind: z.literal('investment'),
    from: amount,
    to: amount,
    by: integer,
    /** The sum began again in January; `by` is all of the new year. */
    newYear: z.boolean(),
    entry,
  }),
  z.object({ kind: z.literal('plan'), list: z.string(), year, from: amount, to: amount, entry }),
  z.object({ kind: z.literal('membership'), list: z.string(), year, joined: z.boolean(), entry }),
  /** The last reported period. */
  z.object({ kind: z.literal('reported'), from: text, to: text, entry }),
  z.object({
    kind: z.literal('figure'),
    field: z.string(),
    from: figure.nullable(),
    to: figure.nullable(),
    entry,
  }),
  z.object({
    kind: z.literal('attribute'),
    attribute: z.enum(['lead-unit', 'owner-unit', 'leader', 'total-invest', 'planned-completion']),
    from: figure.nullable(),
    to: figure.nullable(),
    entry,
  }),
])
export type ChangeView = z.infer<typeof change>

const fromTo = z.object({ from: integer, to: integer })

const changes = z.object({
  bar,
  /** What is compared with; null before the person's first look. */
  since: z
    .object({
      by: z.enum(['look', 'period', 'day', 'seq']),
      asOf: day,
      /** What the ledger held then; null: all that is known of that day by now. */
      seq: integer.nullable(),
      /** The period that ended then. */
      period: text,
      /** When the person looked. */
      at: text,
    })
    .nullable(),
  /** Number of projects in which something of that kind changed. */
  counts: z.record(z.enum(CHANGE_TAGS), integer),
  /** Of all that the reader sees on lists of the year; `invested` in minor units. */
  sums: z
    .object({
      projects: fromTo,
      started: fromTo,
      reported: fromTo,
      invested: fromTo,
      colours: z.record(z.string(), fromTo),
    })
    .nullable(),
  /** Projects with changes of the kind asked for; `rows` are the first of them, weightiest first. */
  total: integer,
  rows: z.array(
    z.object({ project: z.string(), name: z.string(), unitName: z.string(), changes: z.array(change) }),
  ),
})
export type Changes = z.infer<typeof changes>

/**
 * What differs from another moment: `look` the reader's own last look (always against now), `period` the end of the
 * last period before the day, a day (YYYY-MM-DD), or a seq.
 */
export const getChanges = defineRoute({
  name: 'getChanges',
  method: 'GET',
  path: '/api/changes',
  roles: READERS,
  query: when.extend({
    since: z.union([z.enum(['look', 'period']), day, z.coerce.number().int().nonnegative()]),
    kind: z.enum(CHANGE_TAGS).optional(),
    project: z.string().optional(),
    size: z.coerce.number().int().min(1).max(500).optional(),
  }),
  response: changes,
  errors: ['change.not-before'],
})

/** The war room was opened; with `seen` its changes up to that moment are acknowledged (看过了). */
export const markLook = defineRoute({
  name: 'markLook',
  method: 'POST',
  path: '/api/look',
  roles: READERS,
  body: z.object({ seen: z.object({ seq: integer.nonnegative(), asOf: day }).optional() }),
  response: z.object({ since: z.object({ seq: integer, asOf: day, at: z.string() }) }),
  errors: [],
})
