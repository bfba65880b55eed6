import type { ProjectColumn } from '@guatu/contract'
import type { CellValue, ProjectTable, TableColumn } from '@guatu/documents'
import type { ProjectLine } from '@guatu/domain'
import { own } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { WholePicture } from '../picture/whole.ts'
import { colourWord, listWord, NATURE_WORDS, STAGE_WORDS } from './words.ts'

interface Column extends TableColumn {
  readonly value: (line: ProjectLine) => CellValue | undefined
}
type Value = Column['value']

const column =
  (type: TableColumn['type']) =>
  (id: string, header: string, value: Value, width?: number): Column => ({ id, header, type, value, width })
const text = column('text')
const money = column('money')
const rate = column('rate')

/** The name stands first whatever is chosen, and the made-up are marked as such beside the title. */
const NAME = text('project-name', '项目名称', line => line.name, 32)

function columnsFor(
  scheme: Scheme,
): Readonly<Record<ProjectColumn, (line: WholePicture) => readonly Column[]>> {
  const lists = (line: ProjectLine) => line.lists.map(id => listWord(scheme, id)).join('、')
  return {
    code: () => [text('project-code', '项目代码', line => line.code, 26)],
    lights: () => [
      text('light', '灯', line => colourWord(scheme, line.colour), 6),
      ...scheme.lights.map(light =>
        text(`light:${light.id}`, light.name, line => lightWords(scheme, line, light.id), 9),
      ),
    ],
    list: () => [text('list', '所属清单', lists)],
    unit: () => [text('lead-unit', '责任单位', line => line.leadUnitName)],
    owner: () => [text('owner-unit', '项目单位', line => line.ownerUnitName)],
    place: () => [text('town-unit', '镇街', line => line.townUnitName || line.place, 14)],
    leader: () => [text('leader', '包抓领导', line => line.leader, 12)],
    sector: () => [text('sector', '行业', line => line.sector, 12)],
    fund: () => [text('fund-source', '资金来源', line => line.fundSource, 12)],
    nature: () => [
      text('nature', '建设性质', line => line.nature && (NATURE_WORDS[line.nature] ?? line.nature), 10),
    ],
    stage: () => [
      text('stage', '项目阶段', line => line.stage && (STAGE_WORDS[line.stage] ?? line.stage), 10),
    ],
    'total-invest': () => [money('total-invest', '总投资', line => line.totalInvest)],
    'annual-plan': () => [money('annual-plan', '年度计划投资', line => line.annualPlan)],
    'plan-to-date': () => [money('plan-to-date', '同期应完成', line => line.planToDate)],
    invested: () => [money('invest-ytd', '本年累计完成投资', line => line.invested)],
    completion: () => [rate('completion', '完成率', line => ofPlan(line, line.invested))],
    gap: () => [rate('gap', '较时序进度', gapOf)],
    year: ({ asOf }) => monthColumns(Number(asOf.slice(5, 7))),
    period: () => [text('period', '报告期', line => line.period, 10)],
  }
}

const lightWords = (scheme: Scheme, line: ProjectLine, rule: string) =>
  [
    ...new Set(
      line.lights.filter(light => light.rule === rule).map(({ colour }) => colourWord(scheme, colour)),
    ),
  ].join('、')

const ofPlan = ({ annualPlan }: ProjectLine, amount: number | null) =>
  amount === null || !annualPlan ? null : amount / annualPlan

function gapOf(line: ProjectLine): number | null {
  const [done, due] = [ofPlan(line, line.invested), ofPlan(line, line.planToDate)]
  return done === null || due === null ? null : done - due
}

/** What the small curve of the year shows, as figures: cumulative at each month's end. */
const monthColumns = (months: number): Column[] =>
  Array.from({ length: months }, (_, month) => ({
    ...money(`done-m${month + 1}`, `${month + 1}月`, line => line.months.done[month]),
    group: '本年逐月累计完成',
  }))

/** A plan's own field, as `field:` and its id name it. */
function fieldColumn(scheme: Scheme, id: string): Column[] {
  const field = scheme.fields.find(one => one.id === id)
  if (!field) return []
  const plain =
    field.type === 'integer' || field.type === 'money' || field.type === 'day' ? field.type : 'text'
  return [column(plain)(id, field.name, line => line.extra[id])]
}

/** The sheet of what is seen: these lines in their order under these columns; `scope` says what they were chosen by. */
export function seenTable(
  picture: WholePicture,
  lines: readonly ProjectLine[],
  chosen: readonly string[],
  scope: string,
): ProjectTable {
  const { scheme, asOf, seq } = picture
  const known = columnsFor(scheme) as Readonly<Record<string, (picture: WholePicture) => readonly Column[]>>
  const columns = [
    NAME,
    ...chosen.flatMap(id =>
      id.startsWith('field:')
        ? fieldColumn(scheme, id.slice('field:'.length))
        : (own(known, id)?.(picture) ?? []),
    ),
  ].map(
    (one): Column =>
      one.type === 'money' && scheme.currency.code !== 'CNY' ? { ...one, unit: 'plain' } : one,
  )
  const currency = scheme.currency.code === 'CNY' ? '' : `　金额单位：${scheme.currency.code}`
  return {
    title: `${scheme.jurisdiction.name}项目表`,
    note: `${scope}　调度口径${currency}`,
    state: { asOf, seq, synthetic: lines.some(line => line.synthetic) },
    sheetName: '项目表',
    columns: columns.map(({ value: _, ...one }) => one),
    rows: lines.map(line => columns.map(({ value }) => value(line) ?? null)),
    totals: true,
  }
}
