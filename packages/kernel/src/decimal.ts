/** Decimal text as an integer and its number of decimals: `-12.50` → { digits: -1250n, decimals: 2 }. */
export interface Decimal {
  readonly digits: bigint
  readonly decimals: number
}

export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d{1,24})(?:\.(\d{0,12}))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, decimals: fraction.length }
}
