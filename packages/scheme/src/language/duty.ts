import { z } from 'zod'
import { dueDay, id, item, part, periodKind, settingRef, term, text } from './common.ts'
import { filter } from './filter.ts'

const scope = { lists: z.array(id).default([]), where: filter.default({}) }

/** Who must go how often. A visit counts when it is recorded with its day. */
const visits = z.strictObject({
  ...item,
  kind: z.literal('visits'),
  /** Whose visits count: a role as records name it (`leader`, `inspector`, `service-cadre`). */
  role: id,
  roleName: text,
  roleNameEn: text,
  every: periodKind,
  atLeast: z.number().int().min(1).max(100),
  /** Of each project of the scope, or of the jurisdiction as a whole. */
  of: z.enum(['each-project', 'jurisdiction']),
  ...scope,
})

/** A limit that runs from an event of a subject, with pauses that do not count (停表). */
const clock = z.strictObject({
  ...item,
  kind: z.literal('clock'),
  /** What starts it and what ends it, in words. */
  starts: text,
  startsEn: text,
  ends: text,
  endsEn: text,
  /** A setting of type days where the plan only says promptly. */
  within: z.union([term, settingRef]),
  /** Reasons for which the clock stands; none: it never does. */
  pauses: z.array(part({})).default([]),
})

/** What must be settled for each project: who backs it, who builds it, which plans it has (五明确). */
const assignment = z.strictObject({
  ...item,
  kind: z.literal('assignment'),
  /** Attributes of the project or figures of its plan that must be there. */
  requires: z.array(part({})).min(1),
  ...scope,
})

/** Who answers for which clause, leading or joining (责任分工). */
const matrix = z.strictObject({
  ...item,
  kind: z.literal('matrix'),
  rows: z
    .array(
      z.strictObject({
        /** Locator of the clause that is shared out. */
        clause: text,
        lead: z.array(text).default([]),
        with: z.array(text).default([]),
        /** 完成时限: by when it is done, and at what rhythm it is pushed. */
        due: dueDay.optional(),
        every: periodKind.optional(),
      }),
    )
    .min(1),
})

export const duty = z.discriminatedUnion('kind', [visits, clock, assignment, matrix])
export type Duty = z.infer<typeof duty>
export type VisitsDuty = z.infer<typeof visits>
export type ClockDuty = z.infer<typeof clock>
export type AssignmentDuty = z.infer<typeof assignment>
export type MatrixDuty = z.infer<typeof matrix>
