import { z } from 'zod'
import type { Finding } from '../finding.ts'
import { id } from '../language/common.ts'
import { type Place, readYaml } from '../read-yaml.ts'
import { indicatorCase, lightCase, overallCase, targetCase } from './figure.ts'
import {
  actionCase,
  boardCase,
  cadenceCase,
  disclosureCase,
  documentCase,
  dutyCase,
  fundCase,
  funnelCase,
  listCase,
  procedureCase,
  scoreCase,
  taskCase,
} from './item.ts'

/** Case kinds by the key that names what is tried. */
const CASES = {
  light: lightCase,
  overall: overallCase,
  target: targetCase,
  indicator: indicatorCase,
  list: listCase,
  cadence: cadenceCase,
  action: actionCase,
  duty: dutyCase,
  task: taskCase,
  document: documentCase,
  procedure: procedureCase,
  funnel: funnelCase,
  fund: fundCase,
  score: scoreCase,
  board: boardCase,
  disclosure: disclosureCase,
} as const

const CASE_KINDS = Object.keys(CASES) as CaseKind[]

/**
 * Small facts and what the plan says of them: typed by hand from the plan, never copied from a result. Read by the kind
 * that it names, so that what is wrong is said of that kind alone.
 */
const oneCase = z.looseObject({}).transform((value, ctx): SchemeCase => {
  const kind = CASE_KINDS.find(key => key in value)
  if (kind === undefined) {
    ctx.issues.push({ code: 'custom', input: value, message: `names none of ${CASE_KINDS.join(', ')}` })
    return z.NEVER
  }
  const read = CASES[kind].safeParse(value)
  if (read.success) return read.data
  for (const issue of read.error.issues) ctx.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
  return z.NEVER
})
const caseFile = z.strictObject({ scheme: id, cases: z.array(oneCase).min(1) })
export type SchemeCase = { [K in CaseKind]: CaseOf<K> }[CaseKind]
export type CaseFile = z.infer<typeof caseFile>
export type CaseKind = keyof typeof CASES
export type CaseOf<K extends CaseKind> = z.infer<(typeof CASES)[K]>
export type ItemCase = Exclude<SchemeCase, CaseOf<'light' | 'overall' | 'target' | 'indicator'>>
export type { CaseProject } from './project.ts'
export type { CaseRecords } from './record.ts'

/** What a case tries: the kind of its item, and the item's id. */
export function triedBy(one: SchemeCase): { readonly kind: CaseKind; readonly id: string } {
  const named = one as Partial<Record<CaseKind, string>>
  const kind = CASE_KINDS.find(key => named[key] !== undefined) ?? 'light'
  return { kind, id: named[kind] ?? '' }
}

/** Text of a cases.yaml. Never throws on bad text. */
export function parseCases(
  source: string,
  file: string,
): {
  readonly cases?: CaseFile
  /** Where the case of that index stands. */
  readonly placeOf: (index: number) => Place
  readonly findings: readonly Finding[]
} {
  const { value, place, findings } = readYaml<CaseFile>(source, file, caseFile)
  return { cases: value, placeOf: index => place(['cases', index]), findings }
}
