import type { Typed, TypedCells } from './cell.ts'

export interface Change {
  readonly project: string
  readonly field: string
  readonly before?: Typed
  readonly after?: Typed
}
/** What one key undoes. */
export type Step = readonly Change[]

/** The cells after the step, or before it. */
export function turned(typed: TypedCells, step: Step, side: 'before' | 'after'): TypedCells {
  const next: Record<string, Record<string, Typed>> = { ...typed }
  const fresh = new Set<string>()
  const ordered = side === 'after' ? step : [...step].reverse()
  for (const change of ordered) {
    const { project, field } = change
    if (!fresh.has(project)) {
      fresh.add(project)
      next[project] = { ...next[project] }
    }
    const cells = next[project] ?? {}
    const put = change[side]
    if (put) cells[field] = put
    else delete cells[field]
  }
  for (const project of fresh) if (Object.keys(next[project] ?? {}).length === 0) delete next[project]
  return next
}
