import { z } from 'zod'
import { figure, integer, period } from './common.ts'
import { returnState } from './return-sheet.ts'
import { defineRoute } from './route.ts'

/** 收表: the files of many units at once, each matched to a unit and a period, taken together. */
const words = { code: z.string(), zh: z.string(), en: z.string() }
const unit = z.object({ id: z.string(), name: z.string() })

const note = z.object({ row: integer, name: z.string(), ...words })

const file = z.object({
  id: z.string(),
  name: z.string(),
  bytes: integer,
  state: z.enum(['open', 'done', 'undone', 'bad']),
  /** Why nothing can be read of it, with the mend. */
  fault: z.object(words).nullable(),
  sheet: z.string(),
  unit: unit.nullable(),
  /** What the unit was found by. */
  unitFrom: z.enum(['title', 'sheet', 'file', 'projects', 'chosen']).nullable(),
  /** Units that it may be instead: several are named, or most of its projects are another's. */
  unitsElse: z.array(unit),
  period: period.nullable(),
  periodFrom: z.enum(['table', 'file', 'intake', 'chosen']).nullable(),
  take: z.boolean(),
  counts: z.object({
    /** Projects that its unit is asked for the period. */
    asked: integer,
    rows: integer,
    /** Rows of projects that are asked of the unit, with a figure. */
    matched: integer,
    /** Of these, rows that the ledger has in another way or not at all. */
    changed: integer,
    /** Rows of projects that nobody knows. */
    unknown: integer,
    /** Rows that may be one of several projects. */
    doubtful: integer,
    /** Rows of projects that are asked of another unit, or of none. */
    others: integer,
    bad: integer,
    /** Projects asked and known by a row without any figure. */
    blank: integer,
  }),
  /** Why rows are left out, and what is to be done. */
  notes: z.array(note),
  /** Rows to be decided: a project of the candidates, or they are left out. */
  doubts: z.array(
    z.object({
      row: integer,
      name: z.string(),
      candidates: z.array(z.object({ project: z.string(), name: z.string(), why: z.string() })),
    }),
  ),
  /** What the checks find in the figures; warnings are passed with the reason given for all. */
  findings: z.array(
    z.object({
      check: z.string(),
      severity: z.enum(['error', 'warning']),
      project: z.string(),
      name: z.string(),
      field: z.string().optional(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  /** Where the return of its unit stands. */
  returnState: returnState.nullable(),
  batch: z.string().nullable(),
  /** Why the last try to take it wrote nothing. */
  refused: z.object(words).nullable(),
})
export type IntakeFile = z.infer<typeof file>

const intake = z.object({
  id: z.string(),
  period: period.nullable(),
  periods: z.array(period),
  units: z.array(unit),
  files: z.array(file),
  /** Units asked for the period, of which there is no file. */
  missing: z.array(z.object({ unit: z.string(), unitName: z.string(), rows: integer, state: returnState })),
  /** Units with several files. */
  doubles: z.array(z.object({ unit: z.string(), unitName: z.string(), files: z.array(z.string()) })),
  /** One project with different figures in two files, or other ones in the ledger already. */
  conflicts: z.array(
    z.object({
      key: z.string(),
      project: z.string(),
      name: z.string(),
      period,
      fields: z.array(z.string()),
      sides: z.array(
        z.object({
          /** A file, or `ledger`. */
          from: z.string(),
          label: z.string(),
          figures: z.record(z.string(), figure),
        }),
      ),
      chosen: z.string().nullable(),
    }),
  ),
})
export type Intake = z.infer<typeof intake>

const id = z.object({
  id: z
    .string()
    .min(8)
    .max(64)
    .regex(/^[\w-]+$/),
})

/** Begun and not yet done with, newest first. */
export const listIntakes = defineRoute({
  name: 'listIntakes',
  method: 'GET',
  path: '/api/intakes',
  roles: ['dispatcher'],
  response: z.object({
    intakes: z.array(
      z.object({ id: z.string(), period: period.nullable(), files: integer, open: integer, at: z.string() }),
    ),
  }),
  errors: [],
})
export const getIntake = defineRoute({
  name: 'getIntake',
  method: 'GET',
  path: '/api/intakes/:id',
  roles: ['dispatcher'],
  params: id,
  response: intake,
  errors: ['request.not-found'],
})
/** The id is made by the client. A file that comes again is the same file; a bad one is kept as a line with its reason. */
export const addToIntake = defineRoute({
  name: 'addToIntake',
  method: 'POST',
  path: '/api/intakes/:id/files',
  roles: ['dispatcher'],
  params: id,
  takes: 'file',
  response: z.object({ file }),
  errors: ['request.too-large', 'server.busy'],
})
/** What is given replaces what was chosen before. */
export const decideIntake = defineRoute({
  name: 'decideIntake',
  method: 'PUT',
  path: '/api/intakes/:id',
  roles: ['dispatcher'],
  params: id,
  body: z.object({
    period: period.optional(),
    /** Key of a conflict → whose figures are taken: a file, or `ledger`. */
    choose: z.record(z.string(), z.string()).optional(),
    files: z
      .record(
        z.string(),
        z.object({
          unit: z.string().optional(),
          period: period.optional(),
          take: z.boolean().optional(),
          /** Row → project or `skip`. */
          decisions: z.record(z.string(), z.string()).optional(),
        }),
      )
      .optional(),
  }),
  response: intake,
  errors: ['request.not-found', 'server.busy'],
})
/** Each file in a transaction of its own: one that is refused keeps none back. A file that was taken is answered as then. */
export const commitIntake = defineRoute({
  name: 'commitIntake',
  method: 'POST',
  path: '/api/intakes/:id/commit',
  roles: ['dispatcher'],
  params: id,
  body: z.object({
    files: z.array(z.string()).min(1).max(200),
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({
    taken: z.array(
      z.object({ file: z.string(), batch: z.string(), rows: integer, left: integer, state: returnState }),
    ),
    refused: z.array(z.object({ file: z.string(), ...words })),
  }),
  errors: ['request.not-found', 'time.past'],
})
