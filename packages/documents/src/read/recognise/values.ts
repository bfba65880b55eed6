import {
  compact,
  type DateFormat,
  err,
  isBlank,
  ok,
  parseDay,
  parseMonth,
  parsePeriod,
  parsePeriodDay,
  readMoney,
  readShare,
  readWhole,
  type Writing,
  wordId,
} from '@guatu/kernel'
import type { Cell } from '../grid.ts'
import { NOT_CALCULATED } from '../xlsx/sheet-part.ts'
import type { Mapping } from './mapping.ts'
import type { AmountUnit, CellFault, CellFaultCode, FieldSpec, FieldValue, ParsedValue } from './model.ts'

/** Where a cell stands and how it is to be read. */
export interface ValueContext {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly header: string
  readonly field: FieldSpec
  readonly unit?: AmountUnit
  /** Completes a month without its year. */
  readonly year?: number
  readonly dateFormat?: DateFormat
  readonly mapping: Mapping
}

/** Undefined for a blank: not reported. */
export function parseCell(cell: Cell | undefined, context: ValueContext): FieldValue | undefined {
  if (!cell) return undefined
  const raw = cell.text
  if (cell.kind === 'error')
    return faultOf(raw === NOT_CALCULATED ? 'cell.not-calculated' : 'cell.error-value', raw, context)
  if (isBlank(raw, context.field.type === 'text')) return undefined
  const { blanks } = context.mapping
  if (blanks && saysNothing(raw, blanks)) return undefined
  const parsed = PARSERS[context.field.type](cell, context)
  if (typeof parsed === 'string') return faultOf(parsed, raw, context)
  const value: { -readonly [K in keyof ParsedValue]: ParsedValue[K] } = { value: parsed.value, raw }
  if (parsed.rounded) value.rounded = true
  if (parsed.precision) value.precision = parsed.precision
  if (cell.computed) value.computed = true
  return ok(value)
}

function saysNothing(raw: string, blanks: readonly string[]): boolean {
  const text = raw.trim().toLowerCase()
  return blanks.some(blank => {
    const word = blank.toLowerCase()
    return word.endsWith('*') ? text.startsWith(word.slice(0, -1)) : text === word
  })
}

export function faultOf(code: CellFaultCode, text: string, context: ValueContext): FieldValue {
  const { sheet, row, column, header, field } = context
  const fault: CellFault = {
    code,
    params: { sheet, row, column, header, field: field.id, text: text.slice(0, 200) },
  }
  return err(fault)
}

type Parsed = Omit<ParsedValue, 'raw'> | CellFaultCode
type Parser = (cell: Cell, context: ValueContext) => Parsed

const PARSERS: Readonly<Record<FieldSpec['type'], Parser>> = {
  text: cell => ({ value: cell.text.trim().replace(/\r\n?/g, '\n') }),
  money: parseAmount,
  rate: parseShare,
  integer: parseWhole,
  day: (cell, { dateFormat, year }) => {
    const parsed = parseDay(cell, dateFormat, year)
    if (parsed === 'ambiguous') return 'cell.ambiguous-day'
    if (!parsed) return 'cell.not-a-day'
    return { value: parsed.day, ...(parsed.precision ? { precision: parsed.precision } : {}) }
  },
  month: (cell, { dateFormat, year, mapping }) => {
    const parsed = mapping.periodKind
      ? parsePeriodDay(cell, mapping.periodKind, dateFormat)
      : parseMonth(cell, dateFormat, year)
    if (parsed === 'ambiguous') return 'cell.ambiguous-day'
    return parsed ? { value: parsed } : 'cell.not-a-day'
  },
  period: (cell, { dateFormat, mapping }) => {
    const parsed = parsePeriod(cell, mapping.periodKind, dateFormat)
    if (parsed === 'ambiguous') return 'cell.ambiguous-day'
    return parsed ? { value: parsed } : 'cell.not-a-day'
  },
  decimal: parseDecimalText,
  stage: (cell, context) => word('stage', cell, context),
  nature: (cell, context) => word('nature', cell, context),
}

function word(type: 'stage' | 'nature', cell: Cell, { mapping, field }: ValueContext): Parsed {
  const id = wordId(type, cell.text, mapping.words?.[field.id])
  return id ? { value: id } : 'cell.unknown-word'
}

/** How a column's amounts are written. */
export const writingOf = ({ unit, mapping }: Pick<ValueContext, 'unit' | 'mapping'>): Writing => ({
  unit,
  minorPerUnit: mapping.currency?.minorPerUnit,
  signs: mapping.currency?.signs,
})

function parseAmount(cell: Cell, context: ValueContext): Parsed {
  const money = readMoney(cell.text, writingOf(context))
  return typeof money === 'string' ? `cell.${money}` : money
}

function parseShare(cell: Cell, { unit }: ValueContext): Parsed {
  const rate = readShare(cell.text, unit === '%' && !cell.percent)
  return rate ? { value: rate } : 'cell.not-a-number'
}

function parseDecimalText(cell: Cell): Parsed {
  const text = compact(cell.text).replaceAll(',', '').replace(/%$/, '')
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? { value: text } : 'cell.not-a-number'
}

function parseWhole(cell: Cell): Parsed {
  const whole = readWhole(cell.text)
  return typeof whole === 'string' ? `cell.${whole}` : { value: whole }
}
