import { z } from 'zod'
import { dueDay, id, item, part, rateText, term, text } from './common.ts'
import { filter } from './filter.ts'

const step = part({
  /** Who decides. */
  authority: text.optional(),
  /** How long the authority may take once asked; pauses do not count. */
  limit: term.optional(),
  /** Steps that must be done before this one can be asked for. */
  needs: z.array(id).default([]),
  /** Counted for the share of projects whose main formalities are done. */
  main: z.literal(true).optional(),
})

/** Formalities of a project as steps with limits and order; how many projects must have them by when. */
export const procedure = z.strictObject({
  ...item,
  lists: z.array(id).default([]),
  where: filter.default({}),
  steps: z.array(step).min(1),
  /** Share of the projects with all main steps (all steps where none is main) done. */
  goals: z.array(z.strictObject({ share: rateText, due: dueDay })).default([]),
  /** 容缺: steps that may be asked for while what they need is still missing, against a promise. */
  tolerates: z.array(id).default([]),
})
export type Procedure = z.infer<typeof procedure>
