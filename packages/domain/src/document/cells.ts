import { percentText, type Rate, rateText, subtractRates } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { type BoardCell, rowText } from '../board/index.ts'
import { NONE } from '../light/index.ts'
import type { Column } from './model.ts'

export const left = (title: string, width: number): Column => ({ title, width, align: 'left' })
export const right = (title: string, width: number): Column => ({ title, width, align: 'right' })
export const centre = (title: string, width: number): Column => ({ title, width, align: 'center' })

export const completion = (cell: BoardCell): Rate => ({ n: cell.invested, d: cell.annualPlan })

/** Completion less plan to date over the year's plan, in points with one decimal. */
export function gapPoints(cell: BoardCell): string | undefined {
  const gap = subtractRates(completion(cell), { n: cell.planToDate, d: cell.annualPlan })
  return gap && rateText(gap, 1, 100)
}

/** A plan that knows no yearly investment has its lights in place of it. */
export const plansYears = (scheme: Scheme) => scheme.board.completion !== null

/** Of sums over projects: a row for each list, unit, sector or place. Shares are points of a page of 156 mm. */
export function cellColumns(first: string, scheme: Scheme): Column[] {
  const counts = [left(first, 108), right('项目数', 40), right('开复工', 40), right('开复工率（%）', 49)]
  if (!plansYears(scheme)) return [...counts, ...lightCounts(scheme).map(([, title]) => right(title, 40))]
  const { unit } = scheme.currency.row
  return [
    ...counts,
    right(`年度计划（${unit}）`, 52),
    right(`累计完成（${unit}）`, 52),
    right('完成率（%）', 42),
    right('与计划差（百分点）', 59),
  ]
}

/** Worst first, then what has no light. */
const lightCounts = ({ colours }: Scheme): [string, string][] => [
  ...[...colours]
    .sort((a, b) => b.severity - a.severity)
    .map(({ id, name }): [string, string] => [id, `${name}灯`]),
  [NONE, '无灯'],
]

export function cellRow(name: string, cell: BoardCell, scheme: Scheme): string[] {
  const counts = [name, String(cell.projects), String(cell.started), percentText(cell.starts) ?? '—']
  if (!plansYears(scheme))
    return [...counts, ...lightCounts(scheme).map(([colour]) => String(cell.colours[colour] ?? 0))]
  return [
    ...counts,
    rowText(cell.annualPlan, scheme),
    rowText(cell.invested, scheme),
    percentText(completion(cell)) ?? '—',
    gapPoints(cell) ?? '—',
  ]
}
