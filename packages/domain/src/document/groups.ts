import { compareText, groupBy } from '@guatu/kernel'
import type { Running } from '../evaluate/index.ts'
import type { Facts, ProjectFact } from '../facts/index.ts'
import { cellColumns, cellRow } from './cells.ts'
import type { Block } from './model.ts'
import { subsetCell } from './subset.ts'

/** By 行业; nothing where no project names one. */
export const sectorBlocks = (running: Running, facts: Facts): Block[] =>
  groupBlocks(running, facts, { by: '行业', none: '未填行业', of: ({ sector }) => sector })

/** By county or town: the unit of the place, or the place as it is written. */
export function placeBlocks(running: Running, facts: Facts): Block[] {
  const names = new Map(facts.units.map(unit => [unit.id, unit.name]))
  const of = ({ townUnit, place }: ProjectFact) =>
    townUnit === undefined ? place : (names.get(townUnit) ?? townUnit)
  return groupBlocks(running, facts, { by: '属地', none: '未填属地', of })
}

interface Grouping {
  readonly by: string
  readonly none: string
  readonly of: (project: ProjectFact) => string | undefined
}

/** One row for each group, most projects first, those that name none last; the total counts each project once. */
function groupBlocks(running: Running, facts: Facts, { by, none, of }: Grouping): Block[] {
  const { scheme } = running.program
  const counted = facts.projects.filter(one => (running.parts.get(one.id)?.overall.length ?? 0) > 0)
  const groups = groupBy(counted, one => of(one) ?? '')
  if (groups.size === 0 || (groups.size === 1 && groups.has(''))) return []
  const ids = (projects: readonly ProjectFact[]) => projects.map(one => one.id)
  const rows = [...groups]
    .map(([name, projects]) => ({ name, cell: subsetCell(running, ids(projects)) }))
    .sort(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') ||
        b.cell.projects - a.cell.projects ||
        compareText(a.name, b.name),
    )
    .map(({ name, cell }) => cellRow(name || none, cell, scheme))
  return [
    {
      kind: 'table',
      table: {
        caption: `各${by}进展`,
        note: '调度口径',
        columns: cellColumns(by, scheme),
        rows: [...rows, cellRow('合计', subsetCell(running, ids(counted)), scheme)],
        strong: [rows.length],
      },
    },
  ]
}
