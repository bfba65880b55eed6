import { z } from 'zod'
import { KINDS } from '../lint/items.ts'
import { day, id } from './common.ts'

const text = z.string().trim().min(1)

/** The parts of a scheme that are lists of things with ids. */
const PARTS: readonly string[] = [...Object.keys(KINDS), 'units', 'colours', 'fields']

/** Some keys of a thing that the scheme has, by its id. A null takes the key away. */
const changed = z.looseObject({ id })
const parts = <T extends z.ZodType>(thing: T) => z.partialRecord(z.enum(PARTS), z.array(thing).min(1))

/**
 * A supplementary notice: a layer over a scheme, on the same ids, that holds from its day on. A value keyed by days
 * gets further days; any other key is replaced.
 */
export const supplement = z.strictObject({
  /** Id of the scheme that it is laid over. */
  supplement: id,
  name: text,
  nameEn: text,
  source: z.strictObject({ title: text, issued: day.optional(), issuer: text.optional() }).optional(),
  /** The day from which it holds. */
  from: day,
  changes: parts(changed).default({}),
  settings: z.record(id, z.looseObject({})).default({}),
  adds: parts(changed).default({}),
})
export type Supplement = z.infer<typeof supplement>
