import { compareRates, type Day, percentText, type Rate } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import {
  type BoardCell,
  boardCell,
  matrix,
  rateWords,
  type Tile,
  type TilePart,
  type Todo,
  tilesOf,
  totalText,
} from '../board/index.ts'
import type { Evaluation, Running } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import { lightWords, NONE } from '../light/index.ts'
import { cellColumns, cellRow, centre, completion, gapPoints, left, right } from './cells.ts'
import type { Block, Table } from './model.ts'
import { subsetCell } from './subset.ts'
import { ACTION_WORDS, STATE_WORDS } from './terms.ts'

export function situation(running: Running, evaluation: Evaluation): Block[] {
  const { scheme } = running.program
  const total = boardCell(running, 'jurisdiction', '*')
  const counting = total.starts.d === total.projects ? '' : `计入开复工率的${total.starts.d}个中`
  const start = `共调度项目${total.projects}个，${counting}已开复工${total.starts.n}个，开复工率${rateWords(total.starts)}。`
  const invest =
    total.annualPlan > 0
      ? `年度计划投资${totalText(total.annualPlan, scheme, 'zh')}，本年累计完成${totalText(total.invested, scheme, 'zh')}，完成率${rateWords(completion(total))}；按计划应完成${totalText(total.planToDate, scheme, 'zh')}，${gapWords(total)}。`
      : ''
  const several = new Set(evaluation.overall.filter(one => one.list !== '*').map(one => one.project)).size
  const counted =
    evaluation.overall.filter(one => one.list !== '*').length > several ? '列入多张清单的项目只计一次。' : ''
  const silent = total.projects - total.reported
  const unreported =
    silent > 0 && total.annualPlan > 0 ? `其中${silent}个项目本年尚未报送，未计入完成数。` : ''
  return [{ kind: 'paragraph', text: `${start}${invest}${counted}${unreported}以上为调度口径。` }]
}

function gapWords(cell: BoardCell): string {
  const points = gapPoints(cell)
  if (points === undefined) return '无法与计划相比'
  return points.startsWith('-') ? `低于计划${points.slice(1)}个百分点` : `高于计划${points}个百分点`
}

export function targetTable(running: Running, evaluation: Evaluation): Block {
  const { scheme } = running.program
  const rows = tilesOf(scheme, evaluation).flatMap(tile =>
    tile.parts.map(part => targetRow(tile, part, scheme, running.program.asOf)),
  )
  const table: Table = {
    caption: scheme.targets.length > 0 ? '主要目标' : '主要指标',
    note: '统计口径与调度口径分列',
    columns: [
      left('目标', 28),
      centre('口径', 9),
      right('确保', 16),
      right('力争', 16),
      right('实际', 16),
      centre('状态', 16),
    ],
    rows,
  }
  return { kind: 'table', table }
}

function targetRow(tile: Tile, part: TilePart, scheme: Scheme, asOf: Day): string[] {
  const { name, due, caliber: of } = tile
  const text = (rate: Rate | null) => (rate ? partText(rate, part.unit, scheme) : '—')
  const label = `${name}${partWords(tile, part)}`
  const caliber = of === 'statistics' ? '统计' : '调度'
  const actual = part.actual ? text(part.actual) : '未报'
  return [label, caliber, text(part.floor), text(part.stretch), actual, stateWords(part, due, asOf)]
}

/** Before its day a target is not missed: it runs ahead of its course, behind it, or has none. */
function stateWords(part: TilePart, due: Day | null, asOf: Day): string {
  if (due === null || part.state === 'no-target') return part.actual ? '未设目标' : STATE_WORDS.unreported
  if (part.state !== 'short' || due < asOf) return STATE_WORDS[part.state]
  if (!part.toDate || !part.actual) return '推进中'
  return compareRates(part.actual, part.toDate) >= 0 ? '快于计划' : '慢于计划'
}

/** Which figure of the target it is, where the target has several or its name does not say. */
function partWords({ name, parts }: Tile, { name: part }: TilePart): string {
  const words = PART_NAMES[part] ?? part
  const said = part === 'value' || name.includes(words) || (part === 'amount' && parts.length === 1)
  return said ? '' : `（${words}）`
}

const PART_NAMES: Readonly<Record<string, string>> = {
  amount: '总量',
  growth: '增速',
  'year-share': '占全年比重',
}

function partText(rate: Rate, unit: TilePart['unit'], scheme: Scheme): string {
  if (unit === 'minor') return totalText(rate.n, scheme, 'zh')
  return unit === 'count' ? String(rate.n) : `${percentText(rate) ?? '—'}%`
}

export function listTable(running: Running): Block {
  const { scheme } = running.program
  const rows = scheme.lists.map(list =>
    cellRow(list.name, boardCell(running, `list:${list.id}`, list.id), scheme),
  )
  const total =
    scheme.lists.length > 1
      ? [cellRow('合计（不重复计）', boardCell(running, 'jurisdiction', '*'), scheme)]
      : []
  return {
    kind: 'table',
    table: {
      caption: '各清单进展',
      note: '调度口径',
      columns: cellColumns('清单', scheme),
      rows: [...rows, ...total],
      strong: total.length > 0 ? [rows.length] : [],
    },
  }
}

export function unitTable(running: Running, facts: Facts): Block {
  const { scheme } = running.program
  const units = matrix(running, facts.units)
  const rows = units.map(row => cellRow(row.name, row.total, scheme))
  const nobody = ofNobody(running, facts)
  if (nobody.length > 0) rows.push(cellRow('未定责任单位', subsetCell(running, nobody), scheme))
  return {
    kind: 'table',
    table: {
      caption: '各责任单位进展',
      note: '调度口径',
      columns: cellColumns('责任单位', scheme),
      rows: [...rows, cellRow('合计', boardCell(running, 'jurisdiction', '*'), scheme)],
      strong: [rows.length],
    },
  }
}

/** Projects that are judged and have no unit of the tree, so that the rows add up. */
function ofNobody(running: Running, { projects, units }: Facts): string[] {
  const known = new Set(units.map(unit => unit.id))
  return projects
    .filter(({ id, leadUnit, ownerUnit }) => {
      const judged = (running.parts.get(id)?.overall.length ?? 0) > 0
      return judged && !known.has(leadUnit ?? ownerUnit ?? '')
    })
    .map(one => one.id)
}

/** `annex`: where they stand one by one, e.g. `附件1`; empty for nowhere. */
export function lightBlocks(running: Running, evaluation: Evaluation, annex: string): Block[] {
  const { scheme } = running.program
  const total = boardCell(running, 'jurisdiction', '*')
  const colours = [...scheme.colours].sort((a, b) => b.severity - a.severity)
  const counts = colours.map(colour => `${colour.name}灯${total.colours[colour.id] ?? 0}个`).join('，')
  const none = total.colours[NONE] ?? 0
  const unlit = none > 0 ? `，无数据或未到期${none}个` : ''
  const where = annex === '' ? '' : `亮灯项目见${annex}。`
  const paragraphs: Block[] = [{ kind: 'paragraph', text: `${counts}${unlit}。${where}` }]
  for (const [action, projects] of actionsByKind(evaluation)) {
    const clauses = [
      ...new Set(evaluation.actions.filter(one => one.action === action).map(one => one.clause)),
    ]
    const basis = clauses.filter(clause => clause !== undefined)
    const cited = basis.length > 0 ? `依据方案${basis.map(clauseText).join('、')}，` : ''
    paragraphs.push({
      kind: 'paragraph',
      text: `${cited}拟${ACTION_WORDS[action] ?? action}项目${projects.size}个，待确认后下发。`,
    })
  }
  return paragraphs
}

function actionsByKind(evaluation: Evaluation): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const { action, project } of evaluation.actions)
    kinds.set(action, (kinds.get(action) ?? new Set()).add(project))
  return kinds
}

/** `二(五)` as a text of office writes it: 二（五）. */
const clauseText = (clause: string) => clause.replaceAll('(', '（').replaceAll(')', '）')

/** Annex: every light that asks for something, worst first, with its reason and clause. */
export function lightTable(running: Running, asking: readonly Todo[]): Table {
  const { scheme } = running.program
  const colours = new Map(scheme.colours.map(colour => [colour.id, colour.name]))
  const asked = asking.some(one => one.action !== null)
  return {
    caption: '亮灯项目清单',
    note: `金额单位：${scheme.currency.row.unit}，调度口径`,
    columns: [
      centre('序号', 30),
      centre('灯', 24),
      left('项目', 148),
      left('责任单位', 100),
      left('原因', 234),
      left('依据', 52),
      ...(asked ? [left('要求', 52)] : []),
    ],
    rows: asking.map((one, index) => [
      String(index + 1),
      colours.get(one.light.colour) ?? one.light.colour,
      one.name,
      one.unitName,
      lightWords(one.light, scheme, 'zh'),
      clauseText(one.light.clause ?? '本局设定'),
      ...(asked ? [one.action === null ? '' : (ACTION_WORDS[one.action] ?? one.action)] : []),
    ]),
  }
}
