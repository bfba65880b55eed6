import { addMinor } from '@guatu/kernel'
import { type BoardCell, boardCell } from '../board/index.ts'
import type { Running } from '../evaluate/index.ts'

/** The standard sums over some projects, each counted once: made of the parts of the evaluation itself. */
export const subsetCell = (running: Running, projects: Iterable<string>): BoardCell =>
  cellOf(running, projects, 'jurisdiction', '*')

/** As `subsetCell`, of one project on one list: what this list plans. */
export const onListCell = (running: Running, project: string, list: string): BoardCell =>
  cellOf(running, [project], `list:${list}`, list)

/** Sums of one scope alone: a part counts in several, and there are thousands of parts. */
function cellOf(running: Running, projects: Iterable<string>, scope: string, list: string): BoardCell {
  const total = new Map<string, number>()
  for (const id of projects) {
    for (const { group, amounts, colour, overall } of running.parts.get(id)?.counters.shares ?? []) {
      const found = group.scopes.find(one => one.scope === scope)
      if (!found) continue
      const add = (index: number, amount: number) => {
        const key = found.keys[index] ?? ''
        total.set(key, addMinor(total.get(key) ?? 0, amount))
      }
      for (let index = 0; index < amounts.length; index++) add(index, amounts[index] ?? 0)
      const worst = found.overall ? overall : colour
      if (worst >= 0) add(amounts.length + worst, 1)
    }
  }
  return boardCell({ program: running.program, total }, scope, list)
}
