import { type Day, dayFromNumber, dayNumber } from '@guatu/kernel'

/** Built-in formats of ECMA-376 18.8.30 that show a day, those of the Chinese locale included. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id)
  const bare = bareFormat(code)
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs0#?]/i.test(bare))
}

export const isPercentFormat = (id: number, code: string | undefined): boolean =>
  code === undefined ? id === 9 || id === 10 : bareFormat(code).includes('%')

/** The first section without quoted text, escaped characters, colours and locales. */
const bareFormat = (code: string): string =>
  (code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '').replace(/general/i, '')

const EPOCH_1900 = dayNumber('1899-12-30')
const EPOCH_1904 = dayNumber('1904-01-01')
/** 9999-12-31 as a 1900 serial. */
const LAST_SERIAL = 2_958_465

/** A workbook's day number as a day; undefined where the program itself shows none (and for its false 1900-02-29). */
export function serialDay(serial: number, date1904: boolean): Day | undefined {
  const whole = Math.floor(serial)
  if (date1904)
    return whole >= 0 && whole <= LAST_SERIAL - 1462 ? dayFromNumber(EPOCH_1904 + whole) : undefined
  if (whole < 1 || whole > LAST_SERIAL || whole === 60) return undefined
  return dayFromNumber(EPOCH_1900 + whole + (whole < 60 ? 1 : 0))
}

/** `1.2000000000000002`, `5E-2` → exact decimal text of 15 significant digits; undefined when it is no number. */
export function decimalText(stored: string): string | undefined {
  if (stored.length <= 16 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(stored)) return stored
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return undefined
  const [mantissa = '0', exponent = '0'] = String(Number(number.toPrecision(15))).split('e')
  return exponent === '0' ? mantissa : shiftPoint(mantissa, Number(exponent))
}

function shiftPoint(mantissa: string, by: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + by
  const digits = whole + fraction
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length
    ? sign + digits + '0'.repeat(point - digits.length)
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
