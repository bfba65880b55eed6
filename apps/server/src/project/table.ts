import type { CellValue, ProjectTable, TableColumn } from '@guatu/documents'
import {
  type Facts,
  type ProjectFact,
  type ProjectLine,
  projectLines,
  type ReturnFact,
  type Running,
} from '@guatu/domain'
import { compareText, groupBy, periodSpan, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Judged } from '../picture/judged.ts'
import { colourWord, listWord, NATURE_WORDS, STAGE_WORDS } from './words.ts'

interface Source {
  readonly line: ProjectLine
  readonly project: ProjectFact
  /** The newest return: its figures stand in the row, so that the row says one period only. */
  readonly last: ReturnFact | undefined
  readonly running: Running
  readonly plannedStart: string | undefined
}

interface Column extends TableColumn {
  readonly value: (source: Source) => CellValue | undefined
}

const text = (id: string, header: string, value: Column['value'], width?: number): Column => ({
  id,
  header,
  type: 'text',
  value,
  width,
})
const money = (id: string, header: string, value: Column['value']): Column => ({
  id,
  header,
  type: 'money',
  value,
})
const day = (id: string, header: string, value: Column['value']): Column => ({
  id,
  header,
  type: 'day',
  value,
})
const figure =
  (field: string): Column['value'] =>
  ({ last }) =>
    last?.figures[field]

const word = (words: Readonly<Record<string, string>>, id: CellValue | undefined) =>
  typeof id === 'string' ? (words[id] ?? id) : undefined

const COLUMNS: readonly Column[] = [
  text('project-code', '项目代码', ({ project }) => project.code, 26),
  text('project-name', '项目名称', ({ project }) => project.name, 32),
  text('list', '所属清单', ({ line, running }) =>
    line.lists[0] === undefined ? undefined : listWord(running.program.scheme, line.lists[0]),
  ),
  text('nature', '建设性质', ({ line }) => word(NATURE_WORDS, line.nature ?? undefined), 10),
  text('lead-unit', '责任单位', ({ line }) => line.leadUnitName),
  text('owner-unit', '项目单位', ({ line }) => line.ownerUnitName),
  text('town-unit', '镇街', ({ line }) => line.townUnitName, 12),
  text('leader', '包抓领导', ({ project }) => project.leader, 12),
  text('sector', '行业', ({ project }) => project.sector, 12),
  text('place', '建设地点', ({ project }) => project.place, 14),
  text('fund-source', '资金来源', ({ project }) => project.fundSource, 14),
  money('total-invest', '总投资', ({ project }) => project.totalInvest),
  money('annual-plan', '年度计划投资', ({ line }) => line.annualPlan ?? undefined),
  text('period', '报告期', ({ last }) => last?.period, 10),
  money('invest-ytd', '本年累计完成投资', figure('invest-ytd')),
  money('invest-total', '自开工累计完成投资', figure('invest-total')),
  money('paid-ytd', '本年累计支付', figure('paid-ytd')),
  money('stat-ytd', '纳统投资', figure('stat-ytd')),
  text('stage', '项目阶段', ({ last }) => word(STAGE_WORDS, last?.figures.stage), 10),
  day('planned-start', '计划开工时间', ({ plannedStart }) => plannedStart),
  day('started-on', '实际开工时间', figure('started-on')),
  day('planned-completion', '计划竣工时间', ({ project }) => project.plannedCompletion),
  day('completed-on', '实际竣工时间', figure('completed-on')),
  text('progress', '形象进度', figure('progress'), 24),
  text('problem', '存在问题', figure('problem'), 24),
]
const LIGHT = text('light', '灯', ({ line, running }) => colourWord(running.program.scheme, line.colour), 6)

/** The common columns, those of the plan's own fields, and the light; money in the plan's currency. */
function columnsOf({ fields, currency }: Scheme): Column[] {
  const own = fields.map(({ id, name, type }): Column => {
    const plain = type === 'integer' || type === 'money' || type === 'day' ? type : 'text'
    return { id, header: name, type: plain, value: figure(id) }
  })
  const all = [...COLUMNS, ...own, LIGHT]
  if (currency.code === 'CNY') return all
  return all.map(column => (column.type === 'money' ? { ...column, unit: 'plain' } : column))
}

/** The library as a sheet, columns without any value left out; `lines` in their order, all of them when absent. */
export function projectTable(judged: Judged, seq: number, lines?: readonly ProjectLine[]): ProjectTable {
  const { facts, running, evaluation } = judged
  const { scheme, asOf } = running.program
  const sources = sourcesOf(facts, running, lines ?? projectLines(running, evaluation, facts))
  const columns = columnsOf(scheme).filter(({ value }) =>
    sources.some(source => (value(source) ?? '') !== ''),
  )
  return {
    title: `${scheme.jurisdiction.name}项目表`,
    note: `调度口径${scheme.currency.code === 'CNY' ? '' : `　金额单位：${scheme.currency.code}`}`,
    state: { asOf, seq, synthetic: facts.projects.some(project => project.synthetic) },
    sheetName: '项目表',
    columns: columns.map(({ value: _, ...column }) => column),
    rows: sources.map(source => columns.map(({ value }) => value(source) ?? null)),
    totals: true,
  }
}

function sourcesOf(facts: Facts, running: Running, lines: readonly ProjectLine[]): Source[] {
  const { asOf } = running.program
  const projects = new Map(facts.projects.map(project => [project.id, project]))
  const memberships = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  return lines.flatMap(line => {
    const project = projects.get(line.id)
    if (!project) return []
    const [last] = (returns.get(line.id) ?? [])
      .filter(one => periodSpan(one.period).end <= asOf)
      .sort((a, b) => compareText(periodSpan(b.period).end, periodSpan(a.period).end))
    const member = memberships
      .get(line.id)
      ?.find(one => one.list === line.lists[0] && (one.year ?? yearOf(asOf)) === yearOf(asOf))
    return [{ line, project, last, running, plannedStart: member?.plannedStart ?? project.plannedStart }]
  })
}
