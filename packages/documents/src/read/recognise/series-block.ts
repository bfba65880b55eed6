import { compact, parsePeriod, unitOf } from '@guatu/kernel'
import type { Cell } from '../grid.ts'
import { type HeaderBlock, isFigure } from './header-block.ts'
import type { Mapping } from './mapping.ts'
import type { SheetView } from './sheet-view.ts'

/** A table with a period in each row: where its periods and its header stand. */
export interface SeriesBlock extends HeaderBlock {
  readonly periodColumn: number
  /** Rows that name a period, in the order of the sheet: newest or oldest first. */
  readonly periods: readonly number[]
}

/** Periods stand near the left edge; fewer of them are no series. */
const SEARCHED_COLUMNS = 6
const LEAST_PERIODS = 3
const HIGHEST_HEADER = 12

const PERIOD_WORD =
  /^(?:日期|时间|时期|年月|月份?|年份?|年度|季度|期别?|报告期|统计(?:时间|日期|月份|期)|所属期|数据(?:日期|时间)|指标(?:名称)?|date|time|month|quarter|year|period|(?:reference)?(?:date|month|period))$/
const UNIT_LABEL = /^(?:计量)?(?:单位|units?)$/
/** What describes a series without naming it. */
const ABOUT_LABEL =
  /^(?:指标(?:id|编码|代码)|编码|代码|序列号|频率|频度|发布方|发布机构|来源|数据来源|更新(?:时间|日期)|时间区间|国家|地区|备注|说明|id|code|seriesid|frequency|source|publisher|updated|lastupdated|country|region|notes?)$/

/** A date is no figure: a list of works has many of them. */
export const isNumber = (cell: Cell | undefined): boolean =>
  cell?.kind === 'number' || (cell?.kind === 'text' && isFigure(cell))

/** The table of periods that the sheet holds; undefined where no column names periods row after row. */
export function findSeries(view: SheetView, mapping: Mapping): SeriesBlock | undefined {
  const best = Array.from({ length: Math.min(view.width, SEARCHED_COLUMNS) }, (_, i) => i + 1)
    .map(column => ({ column, rows: periodRows(view, column, mapping) }))
    .reduce((a, b) => (b.rows.length > a.rows.length ? b : a), { column: 0, rows: [] as number[] })
  const [firstPeriod] = best.rows
  if (best.rows.length < LEAST_PERIODS || firstPeriod === undefined) return undefined
  const figures = best.rows.filter(row =>
    view.filled(row).some(column => column > best.column && isNumber(view.own(row, column))),
  )
  if (figures.length * 2 < best.rows.length) return undefined
  const header = headerRows(view, best.column, firstPeriod, mapping)
  return header && { ...header, periodColumn: best.column, periods: best.rows }
}

/** A plain number is a period only where the column says so: 45717 is a day, or an amount. */
function periodRows(view: SheetView, column: number, mapping: Mapping): number[] {
  let numbers = false
  const rows: number[] = []
  let others = 0
  for (let row = 1; row <= view.height; row++) {
    const cell = view.own(row, column)
    if (!cell) continue
    if (rows.length === 0 && PERIOD_WORD.test(compact(cell.text.slice(0, 30)))) numbers = true
    else if (isPeriod(cell, numbers, mapping)) rows.push(row)
    else if (rows.length > 0 && isFigure(cell)) others += 1
  }
  return others > rows.length / 4 ? [] : rows
}

function isPeriod(cell: Cell, numbers: boolean, mapping: Mapping): boolean {
  if (cell.kind === 'error' || cell.kind === 'boolean' || cell.text.length > 20) return false
  if (!numbers && cell.kind === 'number') return false
  if (!numbers && /^\d{1,5}(?:\.\d+)?$/.test(compact(cell.text))) return false
  const period = parsePeriod(cell, mapping.periodKind, mapping.dateFormat)
  return period !== undefined && period !== 'ambiguous'
}

function headerRows(
  view: SheetView,
  periodColumn: number,
  firstPeriod: number,
  mapping: Mapping,
): HeaderBlock | undefined {
  if (mapping.headerRows) return { first: mapping.headerRows[0], last: mapping.headerRows[1] }
  const named: number[] = []
  let units: number | undefined
  let first = firstPeriod
  for (let row = firstPeriod - 1; row >= Math.max(1, firstPeriod - HIGHEST_HEADER); row--) {
    if (view.filled(row).length < 2) {
      if (named.length > 0) break
      continue
    }
    first = row
    const label = compact(view.covering(row, periodColumn)?.text ?? '')
    if (UNIT_LABEL.test(label) || isUnitRow(view, row, periodColumn)) units = row
    else if (!ABOUT_LABEL.test(label)) named.unshift(row)
  }
  if (named.length === 0) return undefined
  return { first, last: firstPeriod - 1, named, ...(units ? { units } : {}) }
}

const isUnitRow = (view: SheetView, row: number, periodColumn: number): boolean => {
  const beside = view.filled(row).filter(column => column > periodColumn)
  return beside.length > 0 && beside.every(column => unitOf(view.own(row, column)?.text ?? '') !== undefined)
}
