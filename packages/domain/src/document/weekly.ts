import { percentText, periodOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { boardCell, dayZh, rowText } from '../board/index.ts'
import type { Running } from '../evaluate/index.ts'
import { assemble } from './assemble.ts'
import { completion, plansYears } from './cells.ts'
import type { DocumentInput } from './input.ts'
import type { Block, DocumentModel, Table } from './model.ts'
import { projectRows } from './projects.ts'

/** 周调度表: a table for each list that the plan dispatches by the week, one row for each project. */
export function weeklyModel(input: DocumentInput): DocumentModel {
  const { scheme, asOf } = input.running.program
  const week = Number(periodOf('week', asOf).slice(-2))
  return assemble(input, {
    layout: 'sheet',
    mark: '',
    title: [`${scheme.jurisdiction.name}重点项目周调度表（第${week}周，截至${dayZh(asOf)}）`],
    to: '',
    blocks: weeklyLists(scheme).map(list => tableOf(input, list)),
  })
}

/** Lists of the cadences by the week; all lists where those name none, or there are none. */
function weeklyLists({ cadences, lists }: Scheme) {
  const named = new Set(cadences.filter(one => one.every === 'week').flatMap(one => one.lists))
  return named.size === 0 ? lists : lists.filter(list => named.has(list.id))
}

function tableOf(input: DocumentInput, list: { readonly id: string; readonly name: string }): Block {
  const { running, facts, before } = input
  const onList = (id: string) => running.parts.get(id)?.overall.some(one => one.list === list.id) ?? false
  const projects = facts.projects.filter(one => onList(one.id))
  const rows = projectRows({ running, facts, projects, list: list.id, before, since: '本周完成' })
  const total = plansYears(running.program.scheme) ? [sumRow(running, before, list.id, rows.columns)] : []
  const table: Table = {
    caption: list.name,
    ...rows,
    rows: [...rows.rows, ...(projects.length > 0 ? total : [])],
    strong: projects.length > 0 && total.length > 0 ? [projects.length] : [],
  }
  return { kind: 'table', table }
}

function sumRow(
  running: Running,
  before: Running | undefined,
  list: string,
  columns: Table['columns'],
): string[] {
  const { scheme } = running.program
  const cellIn = (of: Running) => boardCell(of, `list:${list}`, list)
  const cell = cellIn(running)
  const values: Readonly<Record<string, string>> = {
    项目: '合计',
    年度计划: rowText(cell.annualPlan, scheme),
    累计完成: rowText(cell.invested, scheme),
    本周完成: before ? rowText(cell.invested - cellIn(before).invested, scheme) : '',
    '完成率%': percentText(completion(cell)) ?? '—',
  }
  return columns.map(({ title }) => values[title] ?? '')
}
