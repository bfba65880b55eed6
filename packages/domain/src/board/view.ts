import { addDays, type Day, firstDayOf, groupBy, monthOf, type WorkingCalendar } from '@guatu/kernel'
import { dueWithin, lateUnits } from '../cadence/index.ts'
import type { Evaluation, Running } from '../evaluate/index.ts'
import type { Facts, ReturnFact, Stage } from '../facts/index.ts'
import { STAGES } from '../facts/index.ts'
import { projectState } from '../project/index.ts'
import { yearCurve } from './curve.ts'
import { boardCell, matrix } from './matrix.ts'
import { boardParagraph } from './paragraph.ts'
import { tilesOf, tilesOfPart } from './tiles.ts'
import { todos } from './todo.ts'

const DUE_SOON_DAYS = 7
const TODO_SHOWN = 30

export interface BoardInput {
  readonly running: Running
  readonly evaluation: Evaluation
  readonly facts: Facts
  readonly calendar: WorkingCalendar
  /** The reader sees a part of the jurisdiction's projects only. */
  readonly part?: boolean
}

/** What the war room shows, whole: shaped as `contract/board` answers it. */
export function boardView({ running, evaluation, facts, calendar, part = false }: BoardInput) {
  const { scheme, asOf } = running.program
  const units = new Map(facts.units.map(unit => [unit.id, unit.name]))
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const list = todos(evaluation, facts, colour => (severity.get(colour) ?? 0) > 0)
  const total = boardCell(running, 'jurisdiction', '*')
  return {
    tiles: part ? tilesOfPart(scheme, evaluation) : tilesOf(scheme, evaluation),
    curve: yearCurve(scheme, facts, asOf),
    lists: scheme.lists.map(one => boardCell(running, `list:${one.id}`, one.id)),
    matrix: matrix(running, facts),
    total,
    todo: list.slice(0, TODO_SHOWN),
    todoTotal: list.length,
    late: lateUnits(scheme, facts, asOf, calendar).map(one => ({
      unit: one.unit,
      unitName: units.get(one.unit) ?? one.unit,
      cadence: one.cycle.cadence,
      period: one.cycle.period,
      due: one.cycle.due,
      daysLate: one.daysLate,
      missing: one.missing.length,
      expected: one.expected,
    })),
    upcoming: scheme.cadences
      .flatMap(cadence =>
        dueWithin(cadence, asOf, DUE_SOON_DAYS, calendar).map(cycle => ({
          ...cycle,
          name: cadence.name,
          nameEn: cadence.nameEn,
        })),
      )
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    stages: stageCounts(running, facts),
    paragraph: boardParagraph(scheme, evaluation, total, list),
  }
}

/** Projects by stage now and at the end of last month. */
function stageCounts(running: Running, facts: Facts) {
  const { asOf } = running.program
  const returns = groupBy(facts.returns, one => one.project)
  const before = countStages(running, facts, returns, addDays(firstDayOf(monthOf(asOf)), -1))
  const now = countStages(running, facts, returns, asOf)
  return STAGES.map(stage => ({
    stage,
    projects: now.get(stage)?.projects ?? 0,
    totalInvest: now.get(stage)?.totalInvest ?? 0,
    before: before.get(stage)?.projects ?? 0,
  }))
}

function countStages(
  running: Running,
  facts: Facts,
  returns: ReadonlyMap<string, readonly ReturnFact[]>,
  asOf: Day,
) {
  const counts = new Map<Stage, { projects: number; totalInvest: number }>()
  for (const project of facts.projects) {
    const state = projectState(project, [], returns.get(project.id) ?? [], running.program.shapes, asOf)
    const stage = STAGES.find(one => one === state.latest.get('stage')?.value)
    if (!stage) continue
    const held = counts.get(stage) ?? { projects: 0, totalInvest: 0 }
    counts.set(stage, {
      projects: held.projects + 1,
      totalInvest: held.totalInvest + (project.totalInvest ?? 0),
    })
  }
  return counts
}
