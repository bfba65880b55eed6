import { compareRates, type Day, percentText, type Rate } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import {
  type BoardCell,
  boardCell,
  type MatrixRow,
  rateWords,
  type Tile,
  type TilePart,
  type Todo,
  tilesOf,
  totalText,
} from '../board/index.ts'
import type { Evaluation, Running } from '../evaluate/index.ts'
import { lightWords, NONE } from '../light/index.ts'
import { cellColumns, cellRow, centre, completion, gapPoints, left, right } from './cells.ts'
import type { Block, Table } from './model.ts'
import { ACTION_WORDS, STATE_WORDS } from './terms.ts'

export function situation(running: Running, evaluation: Evaluation): Block[] {
  const { scheme } = running.program
  const total = boardCell(running, 'jurisdiction', '*')
  const start = `共调度项目${total.projects}个，计入开复工率的${total.starts.d}个中已开复工${total.starts.n}个，开复工率${rateWords(total.starts)}。`
  const invest =
    total.annualPlan > 0
      ? `年度计划投资${totalText(total.annualPlan, scheme, 'zh')}，本年累计完成${totalText(total.invested, scheme, 'zh')}，完成率${rateWords(completion(total))}；按计划应完成${totalText(total.planToDate, scheme, 'zh')}，${gapWords(total)}。`
      : ''
  const several = new Set(evaluation.overall.filter(one => one.list !== '*').map(one => one.project)).size
  const counted =
    evaluation.overall.filter(one => one.list !== '*').length > several ? '列入多张清单的项目只计一次。' : ''
  const silent = total.projects - total.reported
  const unreported =
    silent > 0 && total.annualPlan > 0 ? `另有${silent}个项目本年尚未报送，未计入完成数。` : ''
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
  const label = part.name === 'value' ? name : `${name}（${PART_NAMES[part.name] ?? part.name}）`
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

export function unitTable(running: Running, units: readonly MatrixRow[]): Block {
  const { scheme } = running.program
  return {
    kind: 'table',
    table: {
      caption: '各责任单位进展',
      note: '调度口径',
      columns: cellColumns('责任单位', scheme),
      rows: units.map(row => cellRow(row.name, row.total, scheme)),
    },
  }
}

/** `annex`: where they stand one by one, e.g. `附件1`; empty for nowhere. */
export function lightBlocks(running: Running, evaluation: Evaluation, annex: string): Block[] {
  const { scheme } = running.program
  const total = boardCell(running, 'jurisdiction', '*')
  const colours = [...scheme.colours].sort((a, b) => b.severity - a.severity)
  const counts = colours.map(colour => `${colour.name}灯${total.colours[colour.id] ?? 0}个`).join('，')
  const none = total.colours[NONE] ?? 0
  const paragraphs: Block[] = [
    {
      kind: 'paragraph',
      text: `${counts}，无数据或未到期${none}个。${annex === '' ? '' : `亮灯项目见${annex}。`}`,
    },
  ]
  for (const [action, projects] of actionsByKind(evaluation)) {
    const clauses = [
      ...new Set(evaluation.actions.filter(one => one.action === action).map(one => one.clause)),
    ]
    const basis = clauses.filter(clause => clause !== undefined)
    const cited = basis.length > 0 ? `依据方案${basis.join('、')}，` : ''
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

/** Annex: every light that asks for something, worst first, with its reason and clause. */
export function lightTable(running: Running, asking: readonly Todo[]): Table {
  const { scheme } = running.program
  const colours = new Map(scheme.colours.map(colour => [colour.id, colour.name]))
  return {
    caption: '亮灯项目清单',
    note: `金额单位：${scheme.currency.row.unit}，调度口径`,
    columns: [
      centre('灯', 5),
      left('项目', 26),
      left('责任单位', 16),
      left('原因', 42),
      left('依据', 10),
      left('要求', 9),
    ],
    rows: asking.map(one => [
      colours.get(one.light.colour) ?? one.light.colour,
      one.name,
      one.unitName,
      lightWords(one.light, scheme, 'zh'),
      one.light.clause ?? '本局设定',
      one.action === null ? '' : (ACTION_WORDS[one.action] ?? one.action),
    ]),
  }
}
