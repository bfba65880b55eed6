import { type CheckContext, checkRow } from '@guatu/domain/check'
import type { FilledRow, Finding } from '../findings.ts'
import type { GridColumn, GridRow } from '../model/cell.ts'

/** Figures that the catalogue knows stand where a bureau asks for them; the other columns are its own. */
const COMMON: Readonly<Record<number, string>> = {
  0: 'invest-ytd',
  1: 'invest-total',
  2: 'paid-ytd',
  3: 'stat-ytd',
  4: 'started-on',
  9: 'completed-on',
}
const idOf = (n: number) => COMMON[n] ?? `f${n}`

export const columnsOf = (count: number): GridColumn[] =>
  Array.from({ length: count }, (_, n) => ({
    id: idOf(n),
    type: n % 5 === 4 ? 'day' : 'money',
    name: `指标${n + 1}号`,
    nameEn: idOf(n),
  }))

export const rowsOf = (count: number): GridRow[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    name: `测试项目${n + 1}号工程`,
    cells: { 'invest-ytd': { last: 1_000_000 * n, plan: 2_000_000 * n } },
  }))

const MONTHS = ['2023-01', '2023-02', '2023-03', '2023-04'] as const

/** Four months of each project behind it, as a return in May has them. */
function contextOf(n: number): CheckContext {
  return {
    asOf: '2023-06-03',
    totalInvest: 90_000_000_000,
    annualPlan: 40_000_000_000,
    monthPlans: Array.from({ length: 12 }, (_, month) => 3_000_000_000 * (month + 1)),
    startedOn: '2023-03-05',
    evidence: [],
    history: MONTHS.map((period, month) => ({
      period,
      figures: {
        'invest-ytd': 1_000_000 * (n + month),
        'invest-total': 5_000_000 * (n + month),
        'paid-ytd': 700_000 * (n + month),
        'stat-ytd': 900_000 * (n + month),
        stage: 'started',
      },
    })),
  }
}

/** The whole catalogue, asked of each row. */
export function checkMany(count: number): (rows: readonly FilledRow[]) => readonly Finding[] {
  const contexts = new Map(Array.from({ length: count }, (_, n) => [`p${n}`, contextOf(n)]))
  return rows =>
    rows.flatMap(({ project, figures }) => {
      const context = contexts.get(project)
      if (!context) return []
      return checkRow({ project, period: '2023-05', figures }, context).map(finding => ({
        ...finding,
        project,
      }))
    })
}
