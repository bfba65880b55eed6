import type { Replayed } from '@guatu/contract'
import type { ProjectTable } from '@guatu/documents'
import { type Judging, lightWords } from '@guatu/domain'
import type { Ground } from './asked.ts'

type Row = Replayed['rows'][number]

const ACTIONS: Readonly<Record<string, string>> = {
  remind: '提醒函',
  'listed-supervision': '挂牌督办',
  supervise: '督办',
  talk: '约谈',
  criticise: '通报批评',
  replace: '替换项目',
  replan: '调整计划',
}

/** The sheet of the rows that are seen: both plans side by side. */
export function replayTable({ shown, seq }: Ground, rows: readonly Row[]): ProjectTable {
  const { moment } = shown
  const { before, after, period, asOf, columns } = moment
  const made = new Set(columns.projects.filter(one => one.synthetic).map(one => one.id))
  const text = (id: string, header: string, width: number, group?: string) => ({
    id,
    header,
    type: 'text' as const,
    width,
    ...(group ? { group } : {}),
  })
  return {
    title: `${before.scheme.jurisdiction.name}推演`,
    note: `${period}　原：${before.scheme.name}　新：${after.scheme.name}　${rows.length}行　推演不改变任何数据`,
    state: { asOf, seq, synthetic: rows.some(row => made.has(row.project)) },
    sheetName: '推演',
    columns: [
      text('project-name', '项目名称', 32),
      text('lead-unit', '责任单位', 18),
      text('list', '所属清单', 20),
      text('light', '灯', 12),
      ...[['before', '现行'] as const, ['after', '推演'] as const].flatMap(([side, group]) => [
        text(`${side}-colour`, '颜色', 6, group),
        text(`${side}-why`, '依据', 40, group),
        text(`${side}-action`, '处置', 10, group),
      ]),
    ],
    rows: rows.map(row => [
      row.name,
      row.unitName,
      row.listName,
      (row.after ?? row.before)?.name ?? '',
      ...said(row.before, before),
      ...said(row.after, after),
    ]),
    totals: false,
  }
}

function said(side: Row['before'], { scheme }: Judging): [string, string, string] {
  if (!side) return ['—', '不判', '']
  const colour = scheme.colours.find(one => one.id === side.light.colour)
  return [
    colour?.name ?? '○',
    lightWords(side.light, scheme, 'zh'),
    side.action ? (ACTIONS[side.action] ?? '') : '',
  ]
}
