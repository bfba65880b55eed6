import { z } from 'zod'
import { bar, day, integer, period, rate } from './common.ts'
import { returnState } from './return-sheet.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

const counts = z.object({
  /** Units asked. */
  asked: integer,
  submitted: integer,
  onTime: integer,
  late: integer,
  missing: integer,
  accepted: integer,
  returned: integer,
  rows: integer,
  rowsReported: integer,
})

/** 填报负担: cells that were asked for, stood there already, had to be typed or pasted, and were read from a file. */
const burden = z.object({ asked: integer, prefilled: integer, typed: integer, read: integer })

const closing = z.object({
  seq: integer,
  result: z.string(),
  hash: z.string(),
  closedAt: z.string(),
  closedBy: z.string(),
  asOf: day,
  /** Units whose return was missing or not accepted when the period was closed. */
  missing: z.array(z.object({ unit: z.string(), unitName: z.string(), state: returnState })),
})
const unlock = z.object({
  seq: integer,
  reason: z.string(),
  by: z.string(),
  from: z.string(),
  until: z.string(),
  open: z.boolean(),
  /** Ended before its time; null: by itself, or not yet. */
  ended: z.object({ by: z.string(), at: z.string() }).nullable(),
})

const periodLine = z.object({
  period: z.string(),
  state: z.enum(['coming', 'open', 'closed']),
  cadences: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
  opens: day,
  due: day,
  locks: day.nullable(),
  provisional: z.boolean(),
  counts,
  closing: closing.nullable(),
})
export type PeriodLine = z.infer<typeof periodLine>

/** Newest due first. */
export const listPeriods = defineRoute({
  name: 'listPeriods',
  method: 'GET',
  path: '/api/periods',
  roles: ['dispatcher', 'leader', 'inspector'],
  response: z.object({ bar, periods: z.array(periodLine) }),
  errors: [],
})

const unitLine = z.object({
  unit: z.string(),
  unitName: z.string(),
  state: returnState,
  at: z.string().nullable(),
  due: day,
  rows: integer,
  rowsReported: integer,
  firstSubmittedAt: z.string().nullable(),
  /** Working days late: of what came late, and of what is still missing. 0: in time, or not due yet. */
  daysLate: integer,
  timely: z.enum(['on-time', 'late', 'missing', 'not-due']),
  /** Entered by somebody else than the unit that answers for it. */
  onBehalf: z.string().nullable(),
  warningsPassed: integer,
  burden,
  /** Highest seq of its moves: sent back with an acceptance. */
  seen: integer,
  /** Last word to the unit about it, if any. */
  remindedAt: z.string().nullable(),
})
export type PeriodUnit = z.infer<typeof unitLine>

export const getPeriod = defineRoute({
  name: 'getPeriod',
  method: 'GET',
  path: '/api/periods/:period',
  roles: ['dispatcher', 'leader', 'inspector'],
  params: z.object({ period }),
  response: z.object({
    bar,
    line: periodLine,
    units: z.array(unitLine),
    completeness: rate.nullable(),
    timeliness: rate.nullable(),
    burden,
    /** Of the last periods of this kind, oldest first, this one last. */
    burdenTrend: z.array(burden.extend({ period })),
    unlocks: z.array(unlock),
    /** Reporters by how many warnings they passed with a reason, and how many of those reasons were the same words. */
    habits: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        unitName: z.string(),
        passed: integer,
        repeated: integer,
      }),
    ),
  }),
  errors: ['request.not-found'],
})

const chaseLine = z.object({
  key: z.string(),
  /** `hand`: the dispatcher's own word. */
  kind: z.enum(['before', 'due', 'after', 'escalate', 'hand']),
  level: z.enum(['owner', 'head', 'above', 'office']),
  /** Whose return it is about. */
  unit: z.string(),
  unitName: z.string(),
  /** Who is told. */
  toUnit: z.string(),
  toUnitName: z.string(),
  /** Persons that it goes to; empty where nobody holds such a post. */
  persons: z.array(z.string()),
  day,
  daysLate: integer,
  /** Whether it has gone out already. */
  sentAt: z.string().nullable(),
})

/** What the rules of the chase say for the period: gone out, due today, and still to come. */
export const getChase = defineRoute({
  name: 'getChase',
  method: 'GET',
  path: '/api/periods/:period/chase',
  roles: ['dispatcher', 'inspector'],
  params: z.object({ period }),
  response: z.object({ bar, lines: z.array(chaseLine) }),
  errors: ['request.not-found'],
})

/** A word to the units chosen, now; once per unit, period and day. */
export const chaseNow = defineRoute({
  name: 'chaseNow',
  method: 'POST',
  path: '/api/periods/:period/chase',
  roles: ['dispatcher'],
  params: z.object({ period }),
  body: z.object({
    units: z.array(z.string().max(100)).min(1).max(2_000),
    text: z.string().trim().max(500).optional(),
  }),
  response: z.object({ told: integer, already: integer, nobody: z.array(z.string()) }),
  errors: ['request.not-found', 'time.past'],
})

/** What closing would freeze, and what stands in its way. */
export const previewClosing = defineRoute({
  name: 'previewClosing',
  method: 'GET',
  path: '/api/periods/:period/closing',
  roles: ['dispatcher'],
  params: z.object({ period }),
  response: z.object({
    bar,
    mayClose: z.boolean(),
    /** Why not, if it may not. */
    code: z.string().nullable(),
    missing: z.array(z.object({ unit: z.string(), unitName: z.string(), state: returnState })),
    accepted: integer,
    asOf: day,
    schemeVersion: z.string(),
    projects: integer,
  }),
  errors: ['request.not-found'],
})

export const closePeriod = defineRoute({
  name: 'closePeriod',
  method: 'POST',
  path: '/api/periods/:period/close',
  roles: ['dispatcher'],
  params: z.object({ period }),
  body: z.object({
    /** Units whose return is missing or not accepted, confirmed by name. */
    without: z.array(z.string().max(100)).max(5_000),
    key: z.string().min(8).max(64),
  }),
  response: z.object({ closing }),
  errors: ['request.not-found', 'period.closed', 'period.not-ended', 'period.not-confirmed', 'time.past'],
})

export const unlockPeriod = defineRoute({
  name: 'unlockPeriod',
  method: 'POST',
  path: '/api/periods/:period/unlock',
  roles: ['dispatcher'],
  params: z.object({ period }),
  body: z.object({
    reason: z.string().trim().min(1).max(500),
    hours: integer.min(1).max(72),
    key: z.string().min(8).max(64),
  }),
  response: z.object({ unlock }),
  errors: ['request.not-found', 'period.not-closed', 'period.unlocked', 'time.past'],
})

/** Shuts an unlocked period again before its time. */
export const endUnlock = defineRoute({
  name: 'endUnlock',
  method: 'POST',
  path: '/api/periods/:period/unlock/end',
  roles: ['dispatcher'],
  params: z.object({ period }),
  body: z.object({
    /** The unlock that was seen to be open. */
    unlock: integer,
    key: z.string().min(8).max(64),
  }),
  response: z.object({ unlock }),
  errors: ['period.not-unlocked', 'time.past'],
})

/** The stored evaluation of a closed period, from its bytes. */
export const getClosing = defineRoute({
  name: 'getClosing',
  method: 'GET',
  path: '/api/periods/:period/result.json',
  roles: READERS.filter(role => role !== 'reporter'),
  params: z.object({ period }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})
