import { z } from 'zod'
import type { Finding } from './finding.ts'
import { day, id, moneyText, natures } from './language/common.ts'
import { readYaml } from './read-yaml.ts'

const text = z.string().trim().min(1)
const period = z.string().regex(/^\d{4}(-[0-9A-Z-]+)?$/)
/** Amounts as in a scheme (`6500万元`), days, stages, whole numbers and texts as they are. */
const figures = z.record(id, z.union([z.string(), z.number().int()]))

const project = z.strictObject({
  /** As many projects alike. */
  times: z.number().int().min(1).max(500).default(1),
  list: id.optional(),
  nature: natures.element.optional(),
  annualPlan: moneyText.optional(),
  /** Twelve amounts; absent: the list's curve. */
  months: z.array(moneyText).length(12).optional(),
  plannedStart: day.optional(),
  plannedCompletion: day.optional(),
  totalInvest: moneyText.optional(),
  /** Period → figures. */
  returns: z.record(period, figures).default({}),
})

const common = {
  name: text,
  asOf: day,
  /** Values that the bureau gave to settings. */
  settings: z.record(id, z.string()).default({}),
}

/** Small facts and what the plan says of them: typed by hand from the plan, never copied from a result. */
const oneCase = z.union([
  z.strictObject({
    ...common,
    light: id,
    project,
    /** `none` with its reason is ○. */
    expect: z.strictObject({ colour: id, none: id.optional(), action: id.optional() }),
  }),
  z.strictObject({
    ...common,
    target: id,
    projects: z.array(project).default([]),
    /** Period → the indicator's named values, as its unit reported them. */
    reported: z.record(period, figures).default({}),
    /** Other indicators that it stands against: indicator → period → values. */
    alsoReported: z.record(id, z.record(period, figures)).default({}),
    expect: z.strictObject({ state: z.enum(['stretch-met', 'floor-met', 'short', 'unreported']) }),
  }),
  z.strictObject({
    ...common,
    indicator: id,
    /** The whole jurisdiction when absent. */
    list: id.optional(),
    projects: z.array(project),
    expect: z.strictObject({
      numerator: z.union([z.number().int(), moneyText]),
      denominator: z.union([z.number().int(), moneyText]),
      value: z.string().nullable(),
    }),
  }),
])
const caseFile = z.strictObject({ scheme: id, cases: z.array(oneCase).min(1) })
export type SchemeCase = z.infer<typeof oneCase>
export type CaseProject = z.infer<typeof project>
export type CaseFile = z.infer<typeof caseFile>

/** Text of a cases.yaml. Never throws on bad text. */
export function parseCases(
  source: string,
  file: string,
): { readonly cases?: CaseFile; readonly findings: readonly Finding[] } {
  const { value, findings } = readYaml<CaseFile>(source, file, caseFile)
  return { cases: value, findings }
}
