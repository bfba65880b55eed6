import { type Minor, MONEY_UNITS, toMinor } from '../money.ts'
import { parseRate, type Rate } from '../rate.ts'
import { type AmountUnit, compact } from './header-text.ts'

export interface Amount {
  readonly digits: string
  /** What one stands for, in minor units. */
  readonly scale: number
}
export type AmountFault = 'not-a-number' | 'unit-unknown' | 'too-large'

/** How amounts are written where they stand. */
export interface Writing {
  /** Of amounts that name none themselves. */
  readonly unit?: AmountUnit
  /** Instead of `unit`: what a bare number stands for, in minor units. */
  readonly scale?: number
  /** Minor units in one of the currency; 100 unless given. */
  readonly minorPerUnit?: number
  /** What stands for the currency's sign beside ¥ $ £ €. */
  readonly signs?: readonly string[]
}

const AMOUNT =
  /^[¥￥$£€]?([+-]?)[¥￥$£€]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?(亿元?|百万元?|万元?|千元|元|m|million|bn|billion)?$/

/** The digits and scale of an amount, before they become an integer: `1.2亿`, `3,400万`, `负5`, `(负)5`. */
export function readAmount(text: string, writing: Writing): Amount | AmountFault {
  const { minorPerUnit, signs } = writing
  const match = AMOUNT.exec(withMinus(withoutSigns(compact(text), signs ?? NO_SIGNS)))
  if (!match) return 'not-a-number'
  const [, sign = '', whole = '', fraction = '', suffix] = match
  const perUnit = minorPerUnit ?? MONEY_UNITS.元
  const scale = suffix ? scaleOfSuffix(suffix, perUnit) : scaleOf(writing)
  if (!scale) return 'unit-unknown'
  return { digits: sign + whole.replaceAll(',', '') + fraction, scale }
}

const NO_SIGNS: readonly string[] = []
const withoutSigns = (text: string, signs: readonly string[]): string =>
  signs.reduce((left, sign) => left.replace(compact(sign), ''), text)

/** The minus of a typesetter, and the word. */
const withMinus = (text: string): string => text.replace(/^(?:\(?负\)?|[−–])(?=[\d¥$])/, '-')

function scaleOf({ unit, scale, minorPerUnit = MONEY_UNITS.元 }: Writing): number | undefined {
  if (scale) return scale
  if (unit === undefined || unit === '%') return undefined
  if (unit === 'plain') return minorPerUnit
  return unit === 'million' ? minorPerUnit * 1_000_000 : MONEY_UNITS[unit]
}

function scaleOfSuffix(suffix: string, minorPerUnit: number): number | undefined {
  if (suffix.startsWith('m')) return minorPerUnit * 1_000_000
  if (suffix.startsWith('b')) return minorPerUnit * 1_000_000_000
  return MONEY_UNITS[(suffix.endsWith('元') ? suffix : `${suffix}元`) as keyof typeof MONEY_UNITS]
}

export interface ReadMoney {
  readonly value: Minor
  /** Finer than the minor unit; rounded half away from zero. */
  readonly rounded?: true
}

export function readMoney(text: string, writing: Writing): ReadMoney | AmountFault {
  const plain = plainAmount(THOUSANDS.test(text) ? text.replaceAll(',', '') : text, writing)
  if (plain !== undefined) return { value: plain }
  const amount = readAmount(text, writing)
  if (typeof amount === 'string') return amount
  const decimals = Math.log10(amount.scale)
  const fraction = amount.digits.split('.')[1] ?? ''
  const digits = fraction.length > decimals ? roundDecimal(amount.digits, decimals) : amount.digits
  const minor = toMinor(digits, amount.scale)
  if (!minor.ok) return 'too-large'
  const tooFine = /[1-9]/.test(fraction.slice(decimals))
  return { value: minor.value, ...(tooFine ? { rounded: true as const } : {}) }
}

const THOUSANDS = /^\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?$/
const PLAIN = /^\d{1,10}(?:\.\d{1,4})?$/

/** What nearly all amounts are, without any detour: digits that stay whole in minor units. */
function plainAmount(text: string, writing: Writing): Minor | undefined {
  if (!PLAIN.test(text)) return undefined
  const scale = scaleOf(writing)
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

/** `85.3%`, `0.853`; a bare number is in percent where the column says so. */
export function readShare(text: string, inPercent: boolean): Rate | undefined {
  const plain = withMinus(compact(text)).replaceAll(',', '')
  return parseRate(inPercent && !plain.endsWith('%') ? `${plain}%` : plain)
}

/** `1,234`, `17个`, `5.0`. */
export function readWhole(text: string): number | AmountFault {
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.0+)?[个项户人天日]?$/.exec(withMinus(compact(text)))
  if (!match) return 'not-a-number'
  const value = Number((match[1] ?? '').replaceAll(',', ''))
  return Number.isSafeInteger(value) ? value : 'too-large'
}
