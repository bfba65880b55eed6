import { z } from 'zod'
import { dueDay, item, periodKind, text } from './common.ts'

/** When something is asked for: once by a day, in each period, or all the time. */
export const when = {
  due: dueDay.optional(),
  every: periodKind.optional(),
  /** 长期坚持: nothing falls due, evidence is added as it comes. */
  standing: z.literal(true).optional(),
}

/** A clause that software can only follow: who, by when, with what evidence. */
export const task = z.strictObject({
  ...item,
  owners: z.array(text).min(1),
  /** What shows that it was done. */
  evidence: text,
  evidenceEn: text,
  ...when,
  /** Pieces of evidence asked for by the day, or in each period. */
  atLeast: z.number().int().min(1).max(1_000).default(1),
  /** Why nothing can be computed. */
  because: text,
  becauseEn: text,
})
export type Task = z.infer<typeof task>
