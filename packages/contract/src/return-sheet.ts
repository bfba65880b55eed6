import { z } from 'zod'
import { bar, day, figure, integer, period } from './common.ts'
import { evidenceUse } from './evidence.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

/** 报送: one unit's figures for one period; all cadences that ask them are served by it. */
const key = z.object({ unit: z.string().max(100), period })
export const returnState = z.enum(['open', 'submitted', 'returned', 'accepted', 'frozen'])
export type ReturnState = z.infer<typeof returnState>

const cadence = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string().optional(),
})
const clocks = {
  opens: day,
  due: day,
  /** Null: until the period is closed. */
  locks: day.nullable(),
  /** A day beyond the published calendar. */
  provisional: z.boolean(),
}

/** Why a return went back: of the whole, of a project, or of one figure. */
const backReason = z.object({
  project: z.string().optional(),
  field: z.string().optional(),
  text: z.string().trim().min(1).max(500),
})
/** A warning that was let through, and why. */
const passedWarning = z.object({
  check: z.string().max(64),
  project: z.string().max(100),
  field: z.string().max(64).optional(),
  reason: z.string().trim().min(1).max(500),
})

const dueReturn = key.extend({
  unitName: z.string(),
  state: returnState,
  /** The unit it waits at, once submitted. */
  at: z.string().nullable(),
  ...clocks,
  /** Working days to the due day; negative once it is past. */
  daysLeft: integer,
  cadences: z.array(cadence),
  rows: integer,
  /** Rows with a figure of this period in the ledger. */
  reported: integer,
  /** Why it came back, while it is back. */
  reasons: z.array(backReason),
  /** What the post that asks may do with it now. */
  may: z.array(z.enum(['submit', 'withdraw', 'pass', 'return', 'accept', 'reopen'])),
})
export type DueReturn = z.infer<typeof dueReturn>

/** Everything that the post's units owe or review, earliest due first; closed periods are left out. */
export const listReturns = defineRoute({
  name: 'listReturns',
  method: 'GET',
  path: '/api/returns',
  roles: READERS,
  response: z.object({ bar, returns: z.array(dueReturn) }),
  errors: [],
})

const cell = z.object({
  /** In force for this period. */
  value: figure.nullable(),
  entry: integer.nullable(),
  /** The newest figure of an earlier period (inside the year, where the field begins anew in January). */
  last: z.object({ value: figure, period: z.string(), entry: integer }).nullable(),
  /** Plan to the period's end, of the field that plans speak of. */
  plan: integer.nullable(),
})
const sheetRow = z.object({
  project: z.string(),
  name: z.string(),
  cadences: z.array(z.string()),
  cells: z.record(z.string(), cell),
  /** What checks compare with. Money in minor units. */
  known: z.object({
    totalInvest: integer.nullable(),
    annualPlan: integer.nullable(),
    /** The plan of each month, January first. */
    monthPlans: z.array(integer).nullable(),
    startedOn: day.nullable(),
    history: z.array(z.object({ period: z.string(), figures: z.record(z.string(), figure) })),
  }),
  /** Of this period and earlier ones. `usedElsewhere`: the same file. */
  evidence: z.array(
    z.object({
      sha256: z.string(),
      period: z.string(),
      name: z.string(),
      addedAt: z.string(),
      usedElsewhere: z.array(evidenceUse),
    }),
  ),
  /** Warnings that the project passed with a reason in earlier periods of the year. */
  passedBefore: z.array(z.object({ check: z.string(), field: z.string().optional(), period: z.string() })),
})

const move = z.object({
  seq: integer,
  action: z.enum(['save', 'submit', 'withdraw', 'pass', 'return', 'accept', 'reopen', 'freeze']),
  state: returnState,
  by: z.string(),
  byUnit: z.string(),
  at: z.string(),
  reasons: z.array(backReason),
})

const sheet = z.object({
  bar,
  return: dueReturn,
  fields: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['money', 'integer', 'rate', 'day', 'text', 'stage']),
      name: z.string(),
      nameEn: z.string(),
      accrues: z.enum(['year', 'always']),
    }),
  ),
  rows: z.array(sheetRow),
  draft: z
    .object({
      /** Null: it was sent or dropped. */
      body: z.record(z.string(), z.unknown()).nullable(),
      version: integer,
      savedBy: z.string(),
      savedByName: z.string(),
      savedAt: z.string(),
    })
    .nullable(),
  moves: z.array(move),
  passed: z.array(passedWarning),
  /** Thresholds of the checks, where the bureau set others than the defaults. */
  thresholds: z.record(z.string(), z.number()),
  /** Highest seq of the moves and entries shown: sent back with a submission. */
  seen: integer,
})
export type ReturnSheet = z.infer<typeof sheet>

export const getReturn = defineRoute({
  name: 'getReturn',
  method: 'GET',
  path: '/api/returns/:unit/:period',
  roles: READERS,
  params: key,
  response: sheet,
  errors: ['request.not-found'],
})

/** Kept for all of the unit; `version` is the one that was read, 0 for none. */
export const keepDraft = defineRoute({
  name: 'keepDraft',
  method: 'PUT',
  path: '/api/returns/:unit/:period/draft',
  roles: ['reporter', 'dispatcher'],
  params: key,
  body: z.object({ body: z.record(z.string(), z.unknown()).nullable(), version: integer }),
  response: z.object({ version: integer, savedAt: z.string() }),
  errors: [
    'request.not-found',
    'return.draft-changed',
    'return.wrong-state',
    'return.not-yours',
    'time.past',
  ],
})

/** Rows may be a part of those asked: what is not named is confirmed as it stands. */
export const submitReturn = defineRoute({
  name: 'submitReturn',
  method: 'POST',
  path: '/api/returns/:unit/:period/submit',
  roles: ['reporter', 'dispatcher'],
  params: key,
  body: z.object({
    rows: z
      .array(z.object({ project: z.string().max(100), figures: z.record(z.string(), figure.nullable()) }))
      .max(5_000),
    passed: z.array(passedWarning).max(10_000),
    reason: z.string().trim().max(500).optional(),
    seen: integer,
    key: z.string().min(8).max(64),
  }),
  response: z.object({ seq: integer, state: returnState }),
  errors: [
    'request.not-found',
    'return.wrong-state',
    'return.not-yours',
    'return.not-open',
    'return.locked',
    'return.changed-meanwhile',
    'return.reason-needed',
    'return.not-asked',
    'return.check-failed',
    'return.warning-unexplained',
    'return.incomplete',
    'period.closed',
    'time.past',
  ],
})

export const moveReturn = defineRoute({
  name: 'moveReturn',
  method: 'POST',
  path: '/api/returns/:unit/:period/move',
  roles: ['reporter', 'dispatcher'],
  params: key,
  body: z.object({
    action: z.enum(['withdraw', 'pass', 'return', 'accept', 'reopen']),
    reasons: z.array(backReason).max(500).optional(),
    seen: integer,
    key: z.string().min(8).max(64),
  }),
  response: z.object({ seq: integer, state: returnState }),
  errors: [
    'request.not-found',
    'return.wrong-state',
    'return.not-yours',
    'return.changed-meanwhile',
    'return.reason-missing',
    'period.closed',
    'time.past',
  ],
})

/** Each by itself: one that may not be accepted does not keep the others back. */
export const acceptReturns = defineRoute({
  name: 'acceptReturns',
  method: 'POST',
  path: '/api/returns/accept',
  roles: ['dispatcher'],
  body: z.object({
    returns: z
      .array(key.extend({ seen: integer }))
      .min(1)
      .max(2_000),
    key: z.string().min(8).max(64),
  }),
  response: z.object({
    accepted: z.array(key.extend({ seq: integer })),
    refused: z.array(key.extend({ code: z.string(), zh: z.string(), en: z.string() })),
  }),
  errors: ['time.past'],
})
