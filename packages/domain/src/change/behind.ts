import { unpack } from '../standing/figures.ts'
import { partOf } from '../standing/row.ts'
import type { Change, ProjectChange } from './change.ts'
import type { Side } from './side.ts'

/** A change with the entry that did it; null where no entry did: the day moved on, or a plan or list was changed. */
export type Sourced = Change & { readonly entry: number | null }

/** The changes of a project with their entries: of a light the newest that its judgement rests on and did not before. */
export function sourced(before: Side, now: Side, { project, changes }: ProjectChange): Sourced[] {
  const is = now.row(project)
  const old = new Set(entriesOf(before, project))
  const judged = is && changes.some(one => one.kind === 'light') ? partOf(now.basis, is).lights : []
  const newest = (entries: readonly (number | undefined)[]) => {
    const since = entries.filter(entry => entry !== undefined && !old.has(entry)) as number[]
    return since.length > 0 ? Math.max(...since) : null
  }
  const reported = newest(entriesOf(now, project))
  return changes.map((change): Sourced => {
    if ('entry' in change) return change
    if (change.kind === 'reported') return { ...change, entry: reported }
    if (change.kind !== 'light') return { ...change, entry: null }
    const lights = judged.filter(
      one =>
        one.colour === change.to &&
        (change.list === '*' || (one.list === change.list && one.rule === change.rule)),
    )
    return { ...change, entry: newest(lights.flatMap(one => one.because.map(({ entry }) => entry))) }
  })
}

function entriesOf(side: Side, project: string): (number | undefined)[] {
  const row = side.row(project)
  return row ? [...unpack(row.latest).values()].map(({ entry }) => entry) : []
}
