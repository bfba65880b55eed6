import { z } from 'zod'
import { day, id, moneyText, natures, posts } from '../language/common.ts'

export const period = z.string().regex(/^\d{4}(-[0-9A-Z-]+)?$/)
/** Amounts as in a scheme (`6500万元`), days, stages, whole numbers and texts as they are. */
export const figures = z.record(id, z.union([z.string(), z.number().int()]))

export const project = z.strictObject({
  /** So that records can name it; p0, p1, … in their order where absent. */
  id: id.optional(),
  /** As many projects alike. */
  times: z.number().int().min(1).max(500).default(1),
  list: id.optional(),
  /** Of a list over several years; absent: the list's own. */
  year: z.number().int().optional(),
  nature: natures.element.optional(),
  annualPlan: moneyText.optional(),
  /** Twelve amounts; absent: the list's curve. */
  months: z.array(moneyText).length(12).optional(),
  plannedStart: day.optional(),
  plannedCompletion: day.optional(),
  totalInvest: moneyText.optional(),
  leadUnit: id.optional(),
  ownerUnit: id.optional(),
  leader: z.string().optional(),
  sector: z.string().optional(),
  fundSource: z.string().optional(),
  place: z.string().optional(),
  /** Further attributes by id. */
  attributes: figures.default({}),
  /** Approved reasons in force from a day on; `rule` is the case's own light when absent. */
  exemptions: z
    .array(
      z.strictObject({
        rule: id.optional(),
        from: day,
        to: day.optional(),
        approvedBy: posts,
        reason: z.string().default('正当理由'),
      }),
    )
    .default([]),
  /** Period → figures. */
  returns: z.record(period, figures).default({}),
})
export type CaseProject = z.infer<typeof project>

export const common = {
  name: z.string().trim().min(1),
  asOf: day,
  /** Values that the bureau gave to settings. */
  settings: z.record(id, z.string()).default({}),
}
