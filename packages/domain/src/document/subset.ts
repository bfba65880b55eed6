import { type BoardCell, boardCell } from '../board/index.ts'
import { merge, type Running } from '../evaluate/index.ts'

/** The standard sums over some projects, each counted once: made of the parts of the evaluation itself. */
export function subsetCell(running: Running, projects: Iterable<string>): BoardCell {
  const total = new Map<string, number>()
  for (const id of projects) {
    const part = running.parts.get(id)
    if (part) merge(total, part.counters, 1)
  }
  return boardCell({ program: running.program, total }, 'jurisdiction', '*')
}

/** As `subsetCell`, on one list: what this list plans. */
export function onListCell(running: Running, project: string, list: string): BoardCell {
  const total = new Map<string, number>()
  const part = running.parts.get(project)
  if (part) merge(total, part.counters, 1)
  return boardCell({ program: running.program, total }, `list:${list}`, list)
}
