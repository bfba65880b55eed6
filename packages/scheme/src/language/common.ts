import { isDay, parseRate } from '@guatu/kernel'
import { z } from 'zod'
import { readAmount } from './amount.ts'

const text = z.string().trim().min(1)
/** Lower-case words joined by hyphens or dots: stable, since screens, links and ledgers refer to it. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'an id is lower-case words joined by - or .')
export const day = z.string().refine(isDay, 'a day is written YYYY-MM-DD')
export const rateText = z
  .string()
  .refine(t => t.endsWith('%') && parseRate(t) !== undefined, 'a rate is written like 65%')
export const moneyText = z
  .string()
  .refine(t => readAmount(t) !== undefined, 'an amount is written like 1.3亿元 or 500$')

/** What every item says of itself. `covers` is empty for what the product adds of its own; it then cites no clause. */
export const item = {
  id,
  name: text,
  nameEn: text,
  /** Clause ids of the plan's clause table. */
  covers: z.array(z.string()).default([]),
  /** Locator in the issued document. */
  clause: text.optional(),
  /** Every number the item claims and the key words that must be found at that clause. */
  terms: z.array(text).default([]),
  /** Our reading where the text leaves something open. */
  reading: text.optional(),
  readingEn: text.optional(),
}

/** Values keyed by the day from which they hold. */
export const dated = <T extends z.ZodType>(value: T) =>
  z.record(day, value).refine(values => Object.keys(values).length > 0, 'at least one dated value')

export const settingRef = z.strictObject({ setting: id })
export const natures = z.array(z.enum(['continuing', 'new', 'preparatory'])).min(1)
const stages = z
  .array(z.enum(['plan', 'reserve', 'prepare', 'started', 'completed', 'operating', 'paused', 'withdrawn']))
  .min(1)

/** Which projects of a list an aggregate or a rule looks at; all members when empty. */
export const filter = z.strictObject({
  nature: natures.optional(),
  stage: stages.optional(),
  /** `by-as-of`: planned start not later than the as-of date; `in-year`: planned start inside the plan year. */
  plannedStart: z.enum(['by-as-of', 'in-year']).optional(),
})
export type Filter = z.infer<typeof filter>

export const periodKind = z.enum([
  'year',
  'half',
  'quarter',
  'month',
  'half-month',
  'ten-days',
  'week',
  'day',
])
