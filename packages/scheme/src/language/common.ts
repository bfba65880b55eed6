import { isDay, parseRate } from '@guatu/kernel'
import { z } from 'zod'
import { readAmount, readCount } from './amount.ts'

export const text = z.string().trim().min(1)
/** Lower-case words joined by hyphens or dots: stable, since screens, links and ledgers refer to it. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'an id is lower-case words joined by - or .')
export const day = z.string().refine(isDay, 'a day is written YYYY-MM-DD')
export const rateText = z
  .string('a rate is written like 65%')
  .refine(t => t.endsWith('%') && parseRate(t) !== undefined, 'a rate is written like 65%')
export const moneyText = z
  .string('an amount is written like 1.3亿元 or 500$')
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
  /** Units that answer for it, by name or alias. */
  owners: z.array(text).min(1).optional(),
  /** Our reading where the text leaves something open. */
  reading: text.optional(),
  readingEn: text.optional(),
}

/** Values keyed by the day from which they hold. */
export const dated = <T extends z.ZodType>(value: T) =>
  z.record(day, value).refine(values => Object.keys(values).length > 0, 'at least one dated value')

export const settingRef = z.strictObject({ setting: id })
export const natures = z.array(z.enum(['continuing', 'new', 'preparatory'])).min(1)
export const stages = z
  .array(z.enum(['plan', 'reserve', 'prepare', 'started', 'completed', 'operating', 'paused', 'withdrawn']))
  .min(1)

export const unitKind = z.enum(['bureau', 'town', 'enterprise', 'office'])
export const unitKinds = z.array(unitKind).min(1)
export const posts = z.enum(['dispatcher', 'inspector', 'leader'])

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

/** How long something may take: on the working calendar (工作日), in calendar days (自然日) or in months. */
export const term = z.union([
  z.strictObject({ workingDays: z.number().int().min(0).max(400) }),
  z.strictObject({ days: z.number().int().min(0).max(3_660) }),
  z.strictObject({ months: z.number().int().min(0).max(120) }),
])
export type Term = z.infer<typeof term>

/** Once by a day: `year-end`, `MM-DD` of each plan year, or one day YYYY-MM-DD. */
export const dueDay = z
  .string()
  .regex(/^(year-end|construction-season-end|\d{2}-\d{2}|\d{4}-\d{2}-\d{2})$/)
  // 2023 is no leap year: 02-29 is a day of some years only.
  .refine(
    t => !t.includes('-') || !/^\d/.test(t) || isDay(t.length === 5 ? `2023-${t}` : t),
    'there is no such day',
  )
const named = { id, name: text, nameEn: text }
/** A part of an item that screens and cases name. */
export const part = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...named, ...shape })

/** A number of one subject: a rate, an amount, a count, or days. */
const WRITTEN = 'a cut is written like 65%, 10pp, 1000万元, 3个 or 30d'
export const cut = z.string(WRITTEN).refine(isCut, WRITTEN)
function isCut(t: string): boolean {
  return /^-?\d+(\.\d+)?(%|pp|d)$/.test(t) || readAmount(t) !== undefined || readCount(t) !== undefined
}
