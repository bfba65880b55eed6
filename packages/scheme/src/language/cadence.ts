import { z } from 'zod'
import { day, id, item, natures, periodKind } from './common.ts'

export const cadence = z.strictObject({
  ...item,
  /** `day`: on days that the office calls, none of them known before; nothing falls due by itself. */
  every: periodKind,
  /** Every other week only: the week of this day is the first of a pair, the cycle ends with the second. */
  everyOther: day.optional(),
  /** Months of each year that are one cycle, asked with the last of them: `[1, 2]`. Monthly only. */
  together: z.array(z.number().int().min(1).max(12)).min(2).max(11).optional(),
  /** What happens at that rhythm. */
  does: z.enum(['dispatch', 'count', 'bulletin', 'assessment', 'inspection', 'report', 'meeting']),
  lists: z.array(id).default([]),
  nature: natures.optional(),
  /** Projects whose work has begun (paused ones too), or those of which nobody has reported a start. */
  work: z.enum(['begun', 'not-begun']).optional(),
  /** Due this many days after the period's end. With none of the three: at the period's end. */
  dueDays: z.number().int().min(0).max(31).optional(),
  /** Due on that working day after the period's end. */
  dueWorkingDays: z.number().int().min(1).max(20).optional(),
  /** Due by the end of that month of the period. */
  dueMonth: z.number().int().min(1).max(12).optional(),
  /**
   * A return opens this many days after the period's end, before it when negative. Without: on its last day, or on the
   * first day of the month by whose end it is due.
   */
  opensDays: z.number().int().min(-366).max(31).optional(),
  /** It locks this many days, or on that working day, after it was due. Without either: when the period closes. */
  lockDays: z.number().int().min(0).max(92).optional(),
  lockWorkingDays: z.number().int().min(1).max(60).optional(),
  /** `online`: on the province's platform; `offline`: by returns to the bureau. */
  channel: z.enum(['online', 'offline']).optional(),
  /** Whether a return of each project is asked for here at that rhythm. */
  asksReturn: z.boolean().default(false),
  /** Which unit of a project reports it; without: the lead unit. Where the project has none, the lead, then the owner. */
  by: z.enum(['lead', 'owner', 'town']).optional(),
  /** Fields of the return that are asked. Without: those that the plan judges by, its own ones, and the state in words. */
  asks: z.array(id).min(1).optional(),
})
export type Cadence = z.infer<typeof cadence>
