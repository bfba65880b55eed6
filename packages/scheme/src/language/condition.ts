import { z } from 'zod'
import { id } from './common.ts'
import { range } from './limit.ts'
import { type Measure, measure, type Quantity, quantity } from './measure.ts'

const test = z.strictObject({ measure, is: range })
const reported = z.strictObject({ reported: quantity })
const missing = z.strictObject({ missing: quantity })
const figure = z.strictObject({ figure: id, in: z.array(z.string().trim().min(1)).min(1) })

export type Condition =
  | z.infer<typeof test>
  | z.infer<typeof reported>
  | z.infer<typeof missing>
  | z.infer<typeof figure>
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** A measure inside a range, a figure that is or is not there, a text among some; all or any of such. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    test,
    reported,
    missing,
    figure,
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
  ]),
)

/** The conditions that are no `all` and no `any`, in order. */
export function leavesOf(of: Condition): Leaf[] {
  if ('all' in of) return of.all.flatMap(leavesOf)
  return 'any' in of ? of.any.flatMap(leavesOf) : [of]
}
export type Leaf = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown }>
export type Test = z.infer<typeof test>

export function leafQuantities(leaf: Leaf, of: (measure: Measure) => Quantity[]): Quantity[] {
  if ('measure' in leaf) return of(leaf.measure)
  if ('figure' in leaf) return [leaf.figure]
  return ['reported' in leaf ? leaf.reported : leaf.missing]
}
