import type { Content } from './kept.ts'

/** One place where two drafts differ; empty where a draft has nothing. */
export interface Difference {
  /** `reason`: of a warning; `correcting`: why figures change. */
  readonly of: 'cell' | 'reason' | 'correcting'
  readonly project?: string
  readonly field?: string
  readonly mine: string
  readonly theirs: string
}

/** All places where they differ, cells first, in the order of projects and fields. */
export function differencesOf(
  mine: Content,
  theirs: Content,
  projects: readonly string[],
  fields: readonly string[],
): Difference[] {
  const cells = projects.flatMap(project =>
    fields.map(
      (field): Difference => ({
        of: 'cell',
        project,
        field,
        mine: mine.texts[project]?.[field] ?? '',
        theirs: theirs.texts[project]?.[field] ?? '',
      }),
    ),
  )
  const keys = [...new Set([...Object.keys(mine.reasons), ...Object.keys(theirs.reasons)])].sort()
  const reasons = keys.map((key): Difference => {
    const [, project, field] = key.split(' ')
    return {
      of: 'reason',
      project,
      field,
      mine: mine.reasons[key] ?? '',
      theirs: theirs.reasons[key] ?? '',
    }
  })
  const correcting: Difference = { of: 'correcting', mine: mine.reason, theirs: theirs.reason }
  return [...cells, ...reasons, correcting].filter(one => one.mine.trim() !== one.theirs.trim())
}
