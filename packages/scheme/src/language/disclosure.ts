import { z } from 'zod'
import { filter, id, item, moneyText, part, term, text } from './common.ts'

/** What must be made public of which projects, where, and how soon. */
export const disclosure = z.strictObject({
  ...item,
  lists: z.array(id).default([]),
  where: filter.default({}),
  /** Only projects with at least that of a figure: fiscal money, total investment. */
  from: z.strictObject({ figure: id, atLeast: moneyText }).optional(),
  channel: text,
  channelEn: text,
  /** What is published, and how soon after what; without `within` it must be there at all. */
  pieces: z.array(part({ after: id.optional(), within: term.optional() })).min(1),
})
export type Disclosure = z.infer<typeof disclosure>
