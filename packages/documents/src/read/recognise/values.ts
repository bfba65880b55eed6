import { err, MONEY_UNITS, ok, parseRate, toMinor } from '@guatu/kernel'
import type { Cell } from '../grid.ts'
import { NOT_CALCULATED } from '../xlsx/sheet-part.ts'
import { type DateFormat, parseDay, parseMonth, parsePeriod, parsePeriodDay } from './day-text.ts'
import { compact } from './header-text.ts'
import type { Mapping } from './mapping.ts'
import type { AmountUnit, CellFault, CellFaultCode, FieldSpec, FieldValue, ParsedValue } from './model.ts'

import { wordId } from './words.ts'

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

const NOTHING = new Set(['', '-', '--', '—', '——', '/', '\\', '／', '…', 'n/a', 'na', '无'])

const LONGEST_NOTHING = 8

/** Undefined for a blank: not reported. */
export function parseCell(cell: Cell | undefined, context: ValueContext): FieldValue | undefined {
  if (!cell) return undefined
  const raw = cell.text
  if (cell.kind === 'error')
    return faultOf(raw === NOT_CALCULATED ? 'cell.not-calculated' : 'cell.error-value', raw, context)
  if (raw.length <= LONGEST_NOTHING) {
    const text = compact(raw)
    if (NOTHING.has(text) && !(context.field.type === 'text' && text === '无')) return undefined
  }
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

const AMOUNT =
  /^[¥￥$£€]?([+-]?)[¥￥$£€]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?(亿元?|百万元?|万元?|千元|元|m|million|bn|billion)?$/

export interface Amount {
  readonly digits: string
  /** What one stands for, in minor units. */
  readonly scale: number
}

/** The digits and scale of an amount, before they become an integer. */
export function readAmount(
  cell: Cell,
  context: Pick<ValueContext, 'unit' | 'mapping'>,
): Amount | CellFaultCode {
  const { currency } = context.mapping
  const match = AMOUNT.exec(withoutSigns(compact(cell.text), currency?.signs ?? NO_SIGNS))
  if (!match) return 'cell.not-a-number'
  const [, sign = '', whole = '', fraction = '', suffix] = match
  const minorPerUnit = currency?.minorPerUnit ?? MONEY_UNITS.元
  const scale = suffix ? scaleOfSuffix(suffix, minorPerUnit) : scaleOf(context.unit, minorPerUnit)
  if (!scale) return 'cell.unit-unknown'
  return { digits: sign + whole.replaceAll(',', '') + fraction, scale }
}

const NO_SIGNS: readonly string[] = []
const withoutSigns = (text: string, signs: readonly string[]): string =>
  signs.reduce((left, sign) => left.replace(compact(sign), ''), text)

function scaleOf(unit: AmountUnit | undefined, minorPerUnit: number): number | undefined {
  if (unit === undefined || unit === '%') return undefined
  if (unit === 'plain') return minorPerUnit
  return unit === 'million' ? minorPerUnit * 1_000_000 : MONEY_UNITS[unit]
}

function scaleOfSuffix(suffix: string, minorPerUnit: number): number | undefined {
  if (suffix.startsWith('m')) return minorPerUnit * 1_000_000
  if (suffix.startsWith('b')) return minorPerUnit * 1_000_000_000
  return MONEY_UNITS[(suffix.endsWith('元') ? suffix : `${suffix}元`) as keyof typeof MONEY_UNITS]
}

function parseAmount(cell: Cell, context: ValueContext): Parsed {
  const plain = plainAmount(cell.text, context)
  if (plain !== undefined) return { value: plain }
  const amount = readAmount(cell, context)
  if (typeof amount === 'string') return amount
  const decimals = Math.log10(amount.scale)
  const fraction = amount.digits.split('.')[1] ?? ''
  const digits = fraction.length > decimals ? roundDecimal(amount.digits, decimals) : amount.digits
  const minor = toMinor(digits, amount.scale)
  if (!minor.ok) return 'cell.too-large'
  const tooFine = /[1-9]/.test(fraction.slice(decimals))
  return { value: minor.value, ...(tooFine ? { rounded: true as const } : {}) }
}

const PLAIN = /^\d{1,10}(?:\.\d{1,4})?$/

/** What nearly all amounts are, without any detour: digits that stay whole in minor units. */
function plainAmount(text: string, { unit, mapping }: ValueContext): number | undefined {
  if (!PLAIN.test(text)) return undefined
  const scale = scaleOf(unit, mapping.currency?.minorPerUnit ?? MONEY_UNITS.元)
  if (!scale) return undefined
  const point = text.indexOf('.')
  if (point < 0) return safe(Number(text) * scale)
  const part = 10 ** (text.length - point - 1)
  const digits = Number(text.slice(0, point)) * part + Number(text.slice(point + 1))
  return scale % part === 0 ? safe(digits * (scale / part)) : undefined
}

const safe = (value: number) => (Number.isSafeInteger(value) ? value : undefined)

/** Half away from zero. */
function roundDecimal(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  const kept = BigInt(`${whole.replace(/^[+-]/, '')}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
  const digits = (kept + (Number(fraction[decimals] ?? 0) >= 5 ? 1n : 0n))
    .toString()
    .padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const sign = text.startsWith('-') ? '-' : ''
  return decimals > 0 ? `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}` : sign + digits
}

function parseShare(cell: Cell, { unit }: ValueContext): Parsed {
  const text = compact(cell.text).replaceAll(',', '')
  const rate = parseRate(unit === '%' && !cell.percent && !text.endsWith('%') ? `${text}%` : text)
  return rate ? { value: rate } : 'cell.not-a-number'
}

function parseDecimalText(cell: Cell): Parsed {
  const text = compact(cell.text).replaceAll(',', '').replace(/%$/, '')
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? { value: text } : 'cell.not-a-number'
}

function parseWhole(cell: Cell): Parsed {
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.0+)?[个项户人天日]?$/.exec(compact(cell.text))
  if (!match) return 'cell.not-a-number'
  const value = Number((match[1] ?? '').replaceAll(',', ''))
  return Number.isSafeInteger(value) ? { value } : 'cell.too-large'
}
