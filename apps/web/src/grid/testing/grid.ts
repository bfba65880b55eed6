import type { GridColumn, GridRow } from '../model/cell.ts'
import { startGrid } from '../model/state.ts'

const column = (id: string, type: GridColumn['type'], name: string, names: string[] = []): GridColumn => ({
  id,
  type,
  name,
  nameEn: id,
  names,
})
export const COLUMNS: readonly GridColumn[] = [
  column('invest-ytd', 'money', '本年累计完成投资', ['完成投资', '本年累计完成']),
  column('paid-ytd', 'money', '本年累计支付', ['本年累计支付资金']),
  column('stage', 'stage', '项目阶段'),
  column('started-on', 'day', '实际开工日期', ['实际开工时间']),
  column('ready', 'rate', '设备到位率'),
  column('workers', 'integer', '在场人数'),
  column('progress', 'text', '形象进度'),
]
export const WAN = { unit: '万元', unitEn: '10k CNY', scale: 1_000_000, decimals: 0 }

export const ROWS: readonly GridRow[] = [
  {
    id: 'water',
    code: '2303-620200-04-01-123456',
    name: '城区供水管网改造工程',
    cells: { 'invest-ytd': { now: 8_000_000_000, last: 7_000_000_000, plan: 9_000_000_000 } },
  },
  {
    id: 'steel',
    code: '2303-620200-04-01-654321',
    name: '酒钢智慧料场(二期)',
    otherNames: ['智慧料场'],
    cells: { stage: { now: 'prepare' }, 'invest-ytd': { last: 100_000_000 } },
  },
  { id: 'park', code: '2303-620200-04-01-777777', name: '南湖公园', cells: {} },
]
export const gridOf = (rows = ROWS) => startGrid(COLUMNS, rows, { money: WAN, year: 2023 })
