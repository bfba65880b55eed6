import { addMinor, compareText, type Minor, percentText } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { boardCell, latestTexts, rowText } from '../board/index.ts'
import type { Running } from '../evaluate/index.ts'
import type { Facts, ProjectFact } from '../facts/index.ts'
import { NONE } from '../light/index.ts'
import { centre, completion, left, plansYears, right } from './cells.ts'
import type { Table } from './model.ts'
import { onListCell, subsetCell } from './subset.ts'

const SINCE = '较上期增加'

export interface ProjectRows {
  readonly running: Running
  readonly facts: Facts
  /** Which projects, in any order. */
  readonly projects: readonly ProjectFact[]
  /** Plans and lights of this list; absent: over all lists. */
  readonly list?: string
  /** Adds what was done since. */
  readonly before?: Running
  /** Title of what was done since. */
  readonly since?: string
}

/** One row for each project, largest plan first, then by id; under them what the evaluation sums. */
export function projectRows(input: ProjectRows): Pick<Table, 'columns' | 'rows' | 'note' | 'strong'> {
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
  const columns = columnsOf(input, scheme)
  const total = plansYears(scheme) && lines.length > 0 ? [sumRow(input, columns)] : []
  const rows = lines.map(({ project, amounts }, index) => [
    String(index + 1),
    project.name,
    units.get(project.leadUnit ?? project.ownerUnit ?? '') ?? '',
    project.totalInvest === undefined ? '—' : rowText(project.totalInvest, scheme),
    ...amounts,
    colourName(input, project.id),
    situationOf(progress.get(project.id), problems.get(project.id)),
  ])
  return {
    note: `${plansYears(scheme) ? `金额单位：${scheme.currency.row.unit}，` : ''}调度口径`,
    columns,
    rows: [...rows, ...total],
    strong: total.map(() => rows.length),
  }
}

/** Shares are points of a sheet on its side. */
function columnsOf({ before, since }: ProjectRows, scheme: Scheme) {
  const amounts = plansYears(scheme)
    ? [
        right('年度计划', 54),
        right('累计完成', 54),
        ...(before ? [right(since ?? SINCE, 60)] : []),
        right('完成率（%）', 48),
      ]
    : []
  return [
    centre('序号', 32),
    left('项目', 160),
    left('责任单位', 102),
    right('总投资', 58),
    ...amounts,
    centre('灯', 24),
    left('进展和问题', 165),
  ]
}

function sumRow(input: ProjectRows, columns: Table['columns']): string[] {
  const { running, before, list, projects } = input
  const { scheme } = running.program
  const ids = projects.map(one => one.id)
  const cellIn = (of: Running) =>
    list === undefined ? subsetCell(of, ids) : boardCell(of, `list:${list}`, list)
  const cell = cellIn(running)
  const total = projects.reduce((sum, one) => addMinor(sum, one.totalInvest ?? 0), 0)
  const values: Readonly<Record<string, string>> = {
    项目: '合计',
    总投资: rowText(total, scheme),
    年度计划: rowText(cell.annualPlan, scheme),
    累计完成: rowText(cell.invested, scheme),
    ...(before && { [input.since ?? SINCE]: rowText(cell.invested - cellIn(before).invested, scheme) }),
    '完成率（%）': percentText(completion(cell)) ?? '—',
  }
  return columns.map(({ title }) => values[title] ?? '')
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
