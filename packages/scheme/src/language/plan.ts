import { z } from 'zod'
import { id } from './common.ts'

const text = z.string().trim().min(1)

/** Who answers for what a clause asks, as the plan names them there. */
export const owners = z.strictObject({ clause: text, units: z.array(text).min(1) })

/** A number of things that the plan prints, and the things it then names: five clears, eight fields. */
export const counted = z.strictObject({
  id,
  name: text,
  nameEn: text,
  /** Locators in the issued document, several split by a comma. */
  clause: text,
  count: z.number().int().min(1),
  named: z.array(text).min(1),
})

/** A fault of the plan that its bureau knows, and how it takes it. */
export const acknowledged = z.strictObject({
  /** Code of the finding. */
  finding: z.string(),
  /** Ids of the items that it names, in any order; absent: every finding of that code. */
  items: z.array(id).min(1).optional(),
  reading: text,
  readingEn: text,
})
export type Acknowledged = z.infer<typeof acknowledged>
