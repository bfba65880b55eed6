import { z } from 'zod'
import { id } from '../language/common.ts'
import { common, figures, period, project } from './project.ts'
import { records } from './record.ts'

/** What is expected of an item: the named parts of its answer, amounts and rates as in a scheme. */
const expect = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
  .refine(named => Object.keys(named).length > 0, 'nothing is expected')

/** Each names the item it tries by its kind: `duty: leader-visits`. */
const of = <K extends string>(kind: K) =>
  z.strictObject({
    ...common,
    ...({ [kind]: id } as Record<K, typeof id>),
    projects: z.array(project).default([]),
    /** Indicator → period → values, as its unit reported them. */
    alsoReported: z.record(id, z.record(period, figures)).default({}),
    records: records.default(records.parse({})),
    /** Which subject, step, project, period or goal of the answer is meant, where it has several. */
    about: z.string().optional(),
    expect,
  })

export const listCase = of('list')
export const cadenceCase = of('cadence')
export const actionCase = of('action')
export const dutyCase = of('duty')
export const taskCase = of('task')
export const documentCase = of('document')
export const procedureCase = of('procedure')
export const funnelCase = of('funnel')
export const fundCase = of('fund')
export const scoreCase = of('score')
export const boardCase = of('board')
export const disclosureCase = of('disclosure')
