import { z } from 'zod'
import { id, natures, stages, text } from './common.ts'
import { range } from './limit.ts'

/** A range whose ends are written out: which projects a list counts does not hang on a setting. */
const written = range.refine(
  given => Object.values(given).every(end => typeof end === 'string'),
  'a filter takes cuts as written, no settings',
)
const texts = z.record(id, z.array(text).min(1))

/** Which projects of a list an aggregate or a rule looks at; all members when empty. */
export const filter = z.strictObject({
  nature: natures.optional(),
  stage: stages.optional(),
  /** `by-as-of`: planned start not later than the as-of date; `in-year`: planned start inside the plan year. */
  plannedStart: z.enum(['by-as-of', 'in-year']).optional(),
  /** Figures of the project, its plan or its latest return that lie in a range; one that nobody gave lies in none. */
  figures: z.record(id, written).optional(),
  /** Sector, fund source, place, unit or another text: one of these. A text that nobody gave is none of them. */
  is: texts.optional(),
  /** None of these. */
  isNot: texts.optional(),
})
export type Filter = z.infer<typeof filter>
