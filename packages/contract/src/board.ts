import { z } from 'zod'
import { bar, day, integer, light, rate, when } from './common.ts'
import { READERS } from './role.ts'
import { defineRoute } from './route.ts'

const part = z.object({
  name: z.string(),
  unit: z.enum(['percent', 'minor', 'count']),
  actual: rate.nullable(),
  floor: rate.nullable(),
  stretch: rate.nullable(),
  toDate: rate.nullable(),
  /** `no-target`: an indicator for which the plan sets no target. */
  state: z.enum(['stretch-met', 'floor-met', 'short', 'unreported', 'no-target']),
})

export const tile = z.object({
  /** Id of the target, or of the indicator that stands without one. */
  target: z.string(),
  name: z.string(),
  nameEn: z.string(),
  indicator: z.string(),
  scope: z.string(),
  clause: z.string().optional(),
  caliber: z.enum(['dispatch', 'statistics']),
  due: day.nullable(),
  state: part.shape.state,
  overdue: z.boolean(),
  parts: z.array(part).readonly(),
})

/** Cumulative amounts at each month's end; null where nobody reported or the month is still to come. */
const yearCurve = z.object({
  year: integer,
  months: z.array(
    z.object({ month: z.string(), plan: integer, done: integer.nullable(), lastYear: integer.nullable() }),
  ),
  /** How many projects' plans run by own months, by the list's curve, evenly. */
  curves: z.object({ 'own-months': integer, 'list-curve': integer, linear: integer }),
})

const cell = z.object({
  list: z.string(),
  projects: integer,
  started: integer,
  annualPlan: integer,
  planToDate: integer,
  invested: integer,
  reported: integer,
  /** The plan's own rate of starts; its denominator may leave some natures out. */
  starts: rate,
  /** Colour id (or `none`) → number of projects. */
  colours: z.record(z.string(), integer),
})

const matrixRow = z.object({ unit: z.string(), name: z.string(), total: cell, cells: z.array(cell) })

const todo = z.object({
  project: z.string(),
  name: z.string(),
  list: z.string(),
  unit: z.string().nullable(),
  unitName: z.string(),
  leader: z.string().optional(),
  light,
  /** What the rule asks for, if anything. */
  action: z.string().nullable(),
  problem: z.string().optional(),
})

const late = z.object({
  unit: z.string(),
  unitName: z.string(),
  cadence: z.string(),
  period: z.string(),
  due: day,
  /** Working days since it was due. */
  daysLate: integer,
  missing: integer,
  expected: integer,
})

const upcoming = z.object({
  cadence: z.string(),
  name: z.string(),
  nameEn: z.string(),
  period: z.string(),
  due: day,
  /** Leans on a working calendar that is not published yet (暂定). */
  provisional: z.boolean(),
})

export const warRoom = z.object({
  bar,
  tiles: z.array(tile),
  curve: yearCurve,
  lists: z.array(cell),
  matrix: z.array(matrixRow),
  total: cell,
  /** Worst first. */
  todo: z.array(todo),
  todoTotal: integer,
  late: z.array(late),
  upcoming: z.array(upcoming),
  stages: z.array(z.object({ stage: z.string(), projects: integer, totalInvest: integer, before: integer })),
  /** The situation in one paragraph for the chat group, Chinese and English. */
  paragraph: z.object({ zh: z.string(), en: z.string() }),
})
export type WarRoom = z.infer<typeof warRoom>

export const getWarRoom = defineRoute({
  name: 'getWarRoom',
  method: 'GET',
  path: '/api/war-room',
  roles: READERS,
  query: when,
  response: warRoom,
  errors: [],
})
