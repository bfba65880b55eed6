import type { Correction } from '@guatu/contract'
import { type CorrectionFact, unitsAbove } from '@guatu/domain'
import type { Correction as Written } from '@guatu/store'
import { type Known, nameOf } from '../return/known.ts'
import type { Session } from '../session/session.ts'

/** Id and unit together, for an address: ids, which have no dot, are unique in their unit only. */
export const correctionId = (unit: string, id: string) => `${id}.${unit}`

export function correctionKey(text: string): { readonly unit: string; readonly id: string } {
  const dot = text.indexOf('.')
  return { id: text.slice(0, dot), unit: text.slice(dot + 1) }
}

export function correctionView(
  known: Pick<Known, 'units' | 'tree'>,
  { body, proposedBy, proposedAt, decidedBy, decidedAt }: Written,
  names: { readonly persons: ReadonlyMap<string, string>; readonly projects: ReadonlyMap<string, string> },
  { post, person }: Session,
): Correction {
  const fact = body as unknown as CorrectionFact
  const decided = fact.state !== 'proposed'
  const named = (id: string) => names.persons.get(id) ?? id
  return {
    id: correctionId(fact.unit, fact.id),
    period: fact.corrects,
    state: fact.state,
    rows: fact.rows.flatMap(({ project, figures, before }) =>
      Object.entries(figures).map(([field, after]) => ({
        project,
        projectName: names.projects.get(project) ?? project,
        field,
        before: before[field] ?? null,
        after,
      })),
    ),
    reason: fact.reason,
    unit: fact.unit,
    unitName: nameOf(known, fact.unit),
    proposedBy: named(proposedBy),
    proposedAt,
    decidedBy: decided ? named(decidedBy) : null,
    decidedAt: decided ? decidedAt : null,
    answer: fact.answer ?? null,
    mayDecide:
      !decided &&
      proposedBy !== person &&
      (post.role === 'dispatcher' ||
        ((post.head || post.role === 'leader') && unitsAbove(known.tree, fact.unit).includes(post.unit))),
  }
}
