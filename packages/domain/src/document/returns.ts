import { groupBy, percentText, periodZh } from '@guatu/kernel'
import { lateUnits } from '../cadence/index.ts'
import { centre, left, right } from './cells.ts'
import type { CorrectionNote, DocumentInput, UnitReturns } from './input.ts'
import type { Block } from './model.ts'

/** On time, late and missing by unit, worst first; without kept returns, who is late by the cadences. */
export function returnBlocks(input: DocumentInput): Block[] {
  return input.returns ? byUnit(input.returns) : byCadence(input)
}

function byUnit(returns: readonly UnitReturns[]): Block[] {
  const sum = (of: (one: UnitReturns) => number) => returns.reduce((all, one) => all + of(one), 0)
  const asked = sum(one => one.asked)
  if (asked === 0) return [{ kind: 'paragraph', text: '本期没有应报送的单位。' }]
  const onTime = sum(one => one.onTime)
  const late = sum(one => one.late)
  const missing = sum(one => one.missing)
  const rows = [...returns].sort((a, b) => b.missing - a.missing || b.late - a.late).map(row)
  const total = row({ name: '合计', asked, onTime, late, missing })
  return [
    {
      kind: 'paragraph',
      text: `本期应报送${asked}份，按时${onTime}份，逾期${late}份，未报${missing}份，按时率${percentText({ n: onTime, d: asked }) ?? '—'}%。`,
    },
    {
      kind: 'table',
      table: {
        caption: '各单位报送情况',
        note: '单位：份',
        columns: [
          left('单位', 40),
          right('应报', 12),
          right('按时', 12),
          right('逾期', 12),
          right('未报', 12),
          right('按时率（%）', 14),
        ],
        rows: [...rows, total],
        strong: [rows.length],
      },
    },
  ]
}

const row = ({ name, asked, onTime, late, missing }: UnitReturns): string[] => [
  name,
  String(asked),
  String(onTime),
  String(late),
  String(missing),
  percentText({ n: onTime, d: asked }) ?? '—',
]

function byCadence({ running, facts, calendar }: DocumentInput): Block[] {
  const { scheme, asOf } = running.program
  const late = lateUnits(scheme, facts, asOf, calendar)
  if (late.length === 0) return [{ kind: 'paragraph', text: '各责任单位均已按期报送。' }]
  const names = new Map(facts.units.map(unit => [unit.id, unit.name]))
  // A project that owes a week and a month is one project.
  const units = [...groupBy(late, one => one.unit)].map(([unit, of]) => ({
    unit,
    missing: new Set(of.flatMap(one => one.missing)).size,
  }))
  const words = units.map(one => `${names.get(one.unit) ?? one.unit}${one.missing}个`).join('、')
  const total = new Set(late.flatMap(one => one.missing)).size
  return [{ kind: 'paragraph', text: `逾期未报项目${total}个：${words}。` }]
}

/** 更正说明: what was put right in periods that were closed; their frozen figures stay as they were issued. */
export function correctionBlocks(corrections: readonly CorrectionNote[]): Block[] {
  if (corrections.length === 0) return []
  return [
    {
      kind: 'paragraph',
      text: `上次关期后，更正已关期数据${corrections.length}处。原通报不改，自本期起按更正后的数据计算。`,
    },
    {
      kind: 'table',
      table: {
        caption: '数据更正情况',
        note: '',
        columns: [
          left('项目', 90),
          centre('期', 58),
          left('指标', 70),
          right('原报', 54),
          right('更正', 54),
          left('原因', 76),
          left('审批', 40),
        ],
        rows: corrections.map(one => [
          one.project,
          periodZh(one.period),
          one.figure,
          one.from,
          one.to,
          one.reason,
          one.approvedBy,
        ]),
      },
    },
  ]
}
