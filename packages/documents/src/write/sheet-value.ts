import { dayNumber, isDay, type Minor, MONEY_UNITS } from '@guatu/kernel'
import type { CellValue, TableColumn } from './project-table.ts'
import { xmlSafe } from './text.ts'

export const unitOf = (column: TableColumn) => column.unit ?? '万元'

/** A spreadsheet keeps 15 digits: beyond, the number read back would be another. 10^15 分 is 10 万亿元. */
const EXACT_MINOR = 1e15

/** Minor units in the column's unit. Below 15 digits the nearest double prints as the exact decimal. */
export function amountIn(minor: Minor, column: TableColumn): number {
  if (!Number.isSafeInteger(minor) || Math.abs(minor) >= EXACT_MINOR)
    throw new RangeError(`amount beyond what a sheet holds exactly: ${minor}`)
  const unit = unitOf(column)
  return minor / (unit === 'plain' ? MONEY_UNITS.元 : MONEY_UNITS[unit])
}

/** Day 1 of a sheet is 1900-01-01, and it counts a 29 February 1900 that never was: numbers hold from 1900-03-01. */
const FIRST_DAY = '1900-03-01'
const DAY_ZERO = dayNumber('1899-12-30')

/** What is stored in the cell; a day before FIRST_DAY or one that is none stays text. */
export function sheetValue(value: CellValue, column: TableColumn): string | number | null {
  if (value === null) return null
  if (column.type === 'text') return xmlSafe(String(value))
  if (column.type === 'day') {
    const day = String(value)
    return isDay(day) && day >= FIRST_DAY ? dayNumber(day) - DAY_ZERO : xmlSafe(day)
  }
  if (typeof value !== 'number') throw new TypeError(`${column.id} takes a number: ${value}`)
  return column.type === 'money' ? amountIn(value, column) : value
}

export const NUMBER_FORMAT = {
  text: '@',
  money: '#,##0.00',
  rate: '0.0%',
  day: 'yyyy-mm-dd',
  integer: '0',
} as const satisfies Record<TableColumn['type'], string>
