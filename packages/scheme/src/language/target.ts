import { z } from 'zod'
import { dated, id, item, natures } from './common.ts'

/** Value name → text: `value` for an indicator from projects, the indicator's own value names for a reported one. */
const values = z.record(id, z.string())

export const target = z.strictObject({
  ...item,
  indicator: id,
  scope: z.strictObject({
    /** Absent: the whole jurisdiction. */
    list: id.optional(),
    nature: natures.optional(),
  }),
  /** By when it must be met: `year-end`, `MM-DD` in the plan year, or each quarter's end. */
  due: z.string().regex(/^(year-end|quarter-ends|construction-season-end|\d{2}-\d{2})$/),
  /** 确保 */
  floor: dated(values).optional(),
  /** 力争 */
  stretch: dated(values).optional(),
  /** Amounts or rates of each quarter by itself, first quarter first. */
  quarters: dated(z.array(z.string()).length(4)).optional(),
})
export type Target = z.infer<typeof target>
