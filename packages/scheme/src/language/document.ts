import { z } from 'zod'
import { item, term, text } from './common.ts'
import { when } from './task.ts'

/** A paper that the plan asks for: of what kind, from whom, to whom, by when. */
export const document = z.strictObject({
  ...item,
  owners: z.array(text).min(1),
  kind: z.enum([
    'special-report',
    'bulletin',
    'notice',
    'guide',
    'plan',
    'list',
    'ledger',
    'minutes',
    'method',
    'account',
  ]),
  /** Whom it goes to. */
  to: text,
  toEn: text,
  ...when,
  /** After the period's end; at its end when absent. */
  within: term.optional(),
  atLeast: z.number().int().min(1).max(1_000).default(1),
})
export type DocumentDue = z.infer<typeof document>
