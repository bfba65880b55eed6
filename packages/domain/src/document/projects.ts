import { compareText, type Minor, percentText } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { latestTexts, rowText } from '../board/index.ts'
import type { Running } from '../evaluate/index.ts'
import type { Facts, ProjectFact } from '../facts/index.ts'
import { NONE } from '../light/index.ts'
import { centre, completion, left, plansYears, right } from './cells.ts'
import type { Table } from './model.ts'
import { onListCell, subsetCell } from './subset.ts'

export interface ProjectRows {
  readonly running: Running
  readonly facts: Facts
  /** Which projects, in any order. */
  readonly projects: readonly ProjectFact[]
  /** Plans and lights of this list; absent: over all lists. */
  readonly list?: string
  /** Adds what was done since. */
  readonly before?: Running
  /** `本周完成`: title of what was done since. */
  readonly since?: string
}

/** One row for each project, largest plan first, then by name. */
export function projectRows(input: ProjectRows): Pick<Table, 'columns' | 'rows' | 'note'> {
  const { running, facts, projects } = input
  const { scheme, asOf } = running.program
  const units = new Map(facts.units.map(unit => [unit.id, unit.name]))
  const progress = latestTexts(facts, asOf, 'progress')
  const problems = latestTexts(facts, asOf, 'problem')
  const lines = projects
    .map(project => ({ project, ...amountsOf(input, project.id) }))
    .sort(
      (a, b) =>
        b.plan - a.plan ||
        (b.project.totalInvest ?? 0) - (a.project.totalInvest ?? 0) ||
        compareText(a.project.id, b.project.id),
    )
  return {
    note: `${plansYears(scheme) ? `金额单位：${scheme.currency.row.unit}，` : ''}调度口径`,
    columns: columnsOf(input, scheme),
    rows: lines.map(({ project, amounts }, index) => [
      String(index + 1),
      project.name,
      units.get(project.leadUnit ?? project.ownerUnit ?? '') ?? '',
      project.totalInvest === undefined ? '—' : rowText(project.totalInvest, scheme),
      ...amounts,
      colourName(input, project.id),
      situationOf(progress.get(project.id), problems.get(project.id)),
    ]),
  }
}

function columnsOf({ before, since }: ProjectRows, scheme: Scheme) {
  const amounts = plansYears(scheme)
    ? [
        right('年度计划', 11),
        right('累计完成', 11),
        ...(before ? [right(since ?? '本期完成', 10)] : []),
        right('完成率%', 9),
      ]
    : []
  return [
    centre('序号', 5),
    left('项目', 26),
    left('责任单位', 17),
    right('总投资', 12),
    ...amounts,
    centre('灯', 5),
    left('进展和问题', 26),
  ]
}

/** What the evaluation holds of one project: `未报` where nobody reported this year. */
function amountsOf(
  { running, before, list }: ProjectRows,
  id: string,
): { readonly plan: Minor; readonly amounts: string[] } {
  const { scheme } = running.program
  const cellIn = (of: Running) => (list === undefined ? subsetCell(of, [id]) : onListCell(of, id, list))
  const cell = cellIn(running)
  if (!plansYears(scheme)) return { plan: cell.annualPlan, amounts: [] }
  const told = cell.reported > 0
  const done = before && told ? rowText(cell.invested - cellIn(before).invested, scheme) : '—'
  return {
    plan: cell.annualPlan,
    amounts: [
      cell.annualPlan > 0 ? rowText(cell.annualPlan, scheme) : '—',
      told ? rowText(cell.invested, scheme) : '未报',
      ...(before ? [done] : []),
      (told && percentText(completion(cell))) || '—',
    ],
  }
}

function colourName({ running, list = '*' }: ProjectRows, id: string): string {
  const { scheme } = running.program
  const overall = running.parts.get(id)?.overall ?? []
  const colour = (overall.find(one => one.list === list) ?? overall[0])?.colour ?? NONE
  return scheme.colours.find(one => one.id === colour)?.name ?? '—'
}

const situationOf = (progress: string | undefined, problem: string | undefined) =>
  [progress, problem && `问题：${problem}`].filter(text => text).join('；')
