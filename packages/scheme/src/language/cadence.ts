import { z } from 'zod'
import { id, item, natures, periodKind } from './common.ts'

export const cadence = z.strictObject({
  ...item,
  /** `day`: on days that the office calls, none of them known before; nothing falls due by itself. */
  every: periodKind,
  /** What happens at that rhythm. */
  does: z.enum(['dispatch', 'count', 'bulletin', 'assessment', 'inspection', 'report']),
  lists: z.array(id).default([]),
  nature: natures.optional(),
  /** Due this many days after the period's end; absent: at the period's end. */
  dueDays: z.number().int().min(0).max(31).optional(),
  /** `online`: on the province's platform; `offline`: by returns to the bureau. */
  channel: z.enum(['online', 'offline']).optional(),
  /** Whether a return of each project is asked for here at that rhythm. */
  asksReturn: z.boolean().default(false),
})
export type Cadence = z.infer<typeof cadence>
