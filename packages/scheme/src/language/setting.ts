import { z } from 'zod'
import { rateText } from './common.ts'
import { readLimit } from './limit.ts'

/** What the text does not give: a default that the bureau may change, with why it is ours. */
const about = { about: z.string().min(1), aboutEn: z.string().min(1) }
export const setting = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rate'), default: rateText, ...about }),
  /** Percentage points. */
  z.strictObject({ type: z.literal('points'), default: z.string().regex(/^-?\d+(\.\d+)?pp$/), ...about }),
  z.strictObject({ type: z.literal('days'), default: z.string().regex(/^-?\d+d$/), ...about }),
  z
    .strictObject({
      type: z.enum(['working-days', 'months', 'amount', 'count']),
      default: z.string(),
      ...about,
    })
    .refine(one => readLimit(one.default)?.type === one.type, 'the default is no cut of that type'),
  /** Construction season as MM-DD/MM-DD, both days inside. */
  z.strictObject({
    type: z.literal('season'),
    default: z.string().regex(/^\d{2}-\d{2}\/\d{2}-\d{2}$/),
    ...about,
  }),
  z.strictObject({
    type: z.literal('choice'),
    choices: z.array(z.string()).min(2),
    default: z.string(),
    ...about,
  }),
])
export type Setting = z.infer<typeof setting>

/** Whether a text may be the value of the setting. */
export const takesValue = (one: Setting, value: string): boolean =>
  setting.safeParse({ ...one, default: value }).success &&
  (one.type !== 'choice' || one.choices.includes(value))
