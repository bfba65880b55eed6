import { type AmountUnit, isBlank, isTotal } from '@guatu/kernel'
import type { Doubt, GridColumn, GridRow, Note } from '../model/cell.ts'
import type { Assignment } from '../model/reduce.ts'
import { type GridState, rowAt } from '../model/state.ts'
import { type Block, type BlockCell, cellAt, widthOf } from './block.ts'
import { type Head, type OtherColumn, readHead } from './head.ts'
import { pastedCell } from './pasted-cell.ts'
import { findProject, indexProjects, type Projects, type RowFault } from './projects.ts'

/** What a paste will do, and all that it will not. Rows count from 1 in the pasted block. */
export interface PastePlan {
  readonly cells: readonly Assignment[]
  /** Blank cells: not reported, so what stands in the grid stays. */
  readonly blank: number
  readonly doubts: readonly PlacedCell<Doubt>[]
  readonly notes: readonly PlacedCell<Note>[]
  readonly rows: readonly LeftRow[]
  readonly columns: readonly OtherColumn[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  readonly by: 'headers' | 'projects' | 'place'
}

export interface PlacedCell<Code> {
  readonly row: number
  readonly project: string
  readonly field: string
  readonly text: string
  readonly code: Code
}

/** A row that is not taken. */
export interface LeftRow {
  readonly row: number
  readonly text: string
  readonly why: RowFault | 'total' | 'twice' | 'beyond'
  readonly perhaps?: string
}

type Target = Pick<GridState, 'columns' | 'rows' | 'view' | 'at' | 'as'>

interface Source {
  readonly column: number
  readonly field: GridColumn
  readonly unit?: AmountUnit
}

export function planPaste(block: Block, target: Target): PastePlan {
  const head = readHead(block, target.columns)
  const projects = indexProjects(target.rows)
  const found = head ? head : withoutHead(block, target, projects)
  const { code, name, depth } = found
  const byProject = code !== undefined || name !== undefined
  const sources = found.fields.flatMap(({ column, field, unit }): Source[] => {
    const spec = target.columns.find(one => one.id === field)
    return spec ? [{ column, field: spec, unit }] : []
  })
  const work = { cells: [], doubts: [], notes: [], rows: [], blank: 0 } as Work
  const seen = new Set<string>()
  for (let at = depth; at < block.rows.length; at++) {
    const text = (column: number | undefined) => (column === undefined ? '' : cellAt(block, at, column).text)
    if ((block.rows[at] ?? []).every(cell => cell.text === '')) {
      work.blank += byProject ? 0 : sources.length
      continue
    }
    const project = byProject
      ? rowNamed(text(code), text(name), projects, seen, block.rows[at] ?? [])
      : rowPlaced(target, at - depth)
    if (!('row' in project)) {
      work.rows.push({ row: at + 1, text: rowText(block.rows[at] ?? []), ...project })
      continue
    }
    seen.add(project.row.id)
    for (const source of sources) take(work, block, at, source, project.row, target)
  }
  const { hiddenRows, hiddenColumns } = block
  const by = head ? 'headers' : byProject ? 'projects' : 'place'
  return { ...work, columns: found.others, hiddenRows, hiddenColumns, by }
}

interface Work {
  cells: Assignment[]
  doubts: PlacedCell<Doubt>[]
  notes: PlacedCell<Note>[]
  rows: LeftRow[]
  blank: number
}

function take(work: Work, block: Block, at: number, source: Source, row: GridRow, { as }: Target): void {
  const cell = cellAt(block, at, source.column)
  const typed = pastedCell(cell, source.field, as, source.unit)
  if (typed === 'blank') {
    work.blank += 1
    return
  }
  const project = row.id
  const field = source.field.id
  work.cells.push({ project, field, typed })
  if (typed.doubt) work.doubts.push({ row: at + 1, project, field, text: cell.text, code: typed.doubt })
  if (typed.note) work.notes.push({ row: at + 1, project, field, text: cell.text, code: typed.note })
}

type Row = { readonly row: GridRow } | Pick<LeftRow, 'why' | 'perhaps'>

function rowNamed(
  code: string,
  name: string,
  projects: Projects,
  seen: ReadonlySet<string>,
  cells: readonly BlockCell[],
): Row {
  const found = findProject(projects, isBlank(code) ? '' : code, isBlank(name) ? '' : name)
  if ('row' in found) return seen.has(found.row.id) ? { why: 'twice', perhaps: found.row.id } : found
  const first = cells.find(cell => cell.text !== '')?.text ?? ''
  return isTotal(name) || isTotal(first) ? { why: 'total' } : found
}

function rowPlaced(target: Target, down: number): Row {
  const row = rowAt(target, target.at.row + down)
  return row ? { row } : { why: 'beyond' }
}

const rowText = (cells: readonly BlockCell[]) =>
  cells
    .filter(cell => cell.text !== '' && cell.covered !== 'right')
    .slice(0, 4)
    .map(cell => cell.text)
    .join(' ')

/** Figures alone go where the cursor is; a column of known projects says the rows. */
function withoutHead(block: Block, { columns, at }: Target, projects: Projects): Head {
  const width = widthOf(block)
  const key = Array.from({ length: width }, (_, column) => column).find(column =>
    namesRows(block, column, projects),
  )
  const named =
    key === undefined ? undefined : cellsAreCodes(block, key, projects) ? { code: key } : { name: key }
  const rest = Array.from({ length: width }, (_, column) => column).filter(
    column => key === undefined || column > key,
  )
  const placed = rest.map((column, index) => ({ column, field: columns[at.column + index]?.id }))
  return {
    depth: 0,
    ...named,
    fields: placed.flatMap(({ column, field }) => (field ? [{ column, field }] : [])),
    others: [
      ...Array.from({ length: key ?? 0 }, (_, column) => ({ column, header: '', why: 'unknown' as const })),
      ...placed.flatMap(({ column, field }) =>
        field ? [] : [{ column, header: '', why: 'beyond' as const }],
      ),
    ],
  }
}

const filled = (block: Block, column: number) =>
  block.rows.map(row => row[column]?.text ?? '').filter(text => text !== '')

function namesRows(block: Block, column: number, projects: Projects): boolean {
  const texts = filled(block, column)
  const known = texts.filter(text => 'row' in findProject(projects, text, text)).length
  return known > 0 && known * 2 >= texts.length
}

const cellsAreCodes = (block: Block, column: number, projects: Projects) =>
  filled(block, column).some(text => 'row' in findProject(projects, text, ''))
