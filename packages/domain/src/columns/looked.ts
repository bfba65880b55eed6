import { dayNumber, yearOf } from '@guatu/kernel'
import type { Filter } from '@guatu/scheme'
import { figuresPass } from '../evaluate/filter.ts'
import type { Program } from '../evaluate/program.ts'
import { NATURES } from '../facts/index.ts'
import type { LightRule } from '../light/index.ts'
import type { Columns } from './columns.ts'
import { ColumnState } from './state.ts'
import { rowFinder } from './vector.ts'

/** Rows of the plans as rules choose among them. */
export interface LookedRows {
  readonly length: number
  /** Whether the rule looks at a row: on its lists, of the as-of year, passing its filter. */
  looks(rule: LightRule): (row: number) => boolean
  /** Whether a row passes a filter, on whichever list and of whichever year. */
  passes(filter: Filter): (row: number) => boolean
  withdrawn(row: number): boolean
}

export function lookedRows(program: Program, columns: Columns): LookedRows {
  const { plans } = columns
  const year = yearOf(program.asOf)
  const { stages, words } = latestStages(program, columns)
  const isOf = (names: readonly string[]) => {
    const among = words.map(word => names.includes(String(word)))
    return (row: number) => among[stages[row] ?? -1] ?? false
  }
  return {
    length: plans.project.length,
    withdrawn: isOf(['withdrawn']),
    passes: filter => filterOf(program, columns, filter, isOf),
    looks: ({ light }) => {
      const lists = plans.lists.map(
        list => program.listOrder.has(list) && (light.lists.length === 0 || light.lists.includes(list)),
      )
      const passes = filterOf(program, columns, light.where, isOf)
      return row => {
        const of = plans.year[row] ?? -1
        return (of < 0 || of === year) && (lists[plans.list[row] ?? -1] ?? false) && passes(row)
      }
    },
  }
}

/** As `passes` has it. */
function filterOf(
  program: Program,
  columns: Columns,
  filter: Filter,
  isOf: (names: readonly string[]) => (row: number) => boolean,
): (row: number) => boolean {
  const { plans } = columns
  const { nature, stage, plannedStart } = filter
  const figures = asksFigures(filter) ? figuresOf(program, columns, filter) : () => true
  const natures = NATURES.map(one => !nature || nature.includes(one))
  const ofStage = stage ? isOf(stage) : () => true
  const today = dayNumber(program.asOf)
  const year = yearOf(program.asOf)
  return row => {
    const of = plans.nature[row] ?? -1
    if (nature && !natures[of]) return false
    if (!ofStage(row) || !figures(row)) return false
    if (!plannedStart) return true
    if (plannedStart === 'by-as-of') return (plans.plannedStart[row] ?? Number.NaN) <= today
    const planYear = plans.year[row] ?? -1
    return plans.plannedYear[row] === (planYear < 0 ? year : planYear)
  }
}

const asksFigures = ({ figures, is, isNot }: Filter) => Boolean(figures ?? is ?? isNot)

/** The long way: figures and texts of each row as a project has them. */
function figuresOf(program: Program, columns: Columns, filter: Filter): (row: number) => boolean {
  const state = new ColumnState(columns, program.shapes, program.asOf)
  const { plans } = columns
  return row => {
    const membership = plans.facts[row]
    return membership !== undefined && figuresPass(filter, state.of(plans.project[row] ?? -1), membership)
  }
}

/** Of each row, the index of its latest stage among `words`; -1 where none was reported. */
function latestStages(program: Program, { plans, returns }: Columns) {
  const column = returns.fields.get('stage')
  const stages = new Int32Array(plans.project.length).fill(-1)
  if (!column?.words) return { stages, words: [] }
  const find = rowFinder(program, returns, 'stage', false)
  for (let row = 0; row < stages.length; row++) {
    const p = plans.project[row] ?? -1
    stages[row] =
      row > 0 && p === plans.project[row - 1] ? (stages[row - 1] ?? -1) : (column.values[find(p)] ?? -1)
  }
  return { stages, words: column.words }
}
