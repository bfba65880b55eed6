import { z } from 'zod'
import { id, item, moneyText, part, term, text } from './common.ts'
import { filter } from './filter.ts'

/** What must be made public of which projects, where, and how soon. */
export const disclosure = z.strictObject({
  ...item,
  lists: z.array(id).default([]),
  where: filter.default({}),
  /** Only projects with at least that of a figure: a field, an attribute, a figure of the plan. */
  from: z.strictObject({ figure: id, atLeast: moneyText }).optional(),
  channel: text,
  channelEn: text,
  pieces: z
    .array(
      part({
        /** An event of the project, or a day among its figures, from which it is asked for; absent: at all times. */
        after: part({}).optional(),
        /** How soon after it; on its very day when absent. */
        within: term.optional(),
      }),
    )
    .min(1),
})
export type Disclosure = z.infer<typeof disclosure>
