/** A cell of a model's table as a number: its value, and the digits after the point that it shows. */
export interface NumberCell {
  readonly value: number
  readonly decimals: number
  readonly percent: boolean
}

/** `1,234.50`, `-3`, `37.6%` as numbers that a sheet shows as the same text; 15 digits at most, as a sheet keeps. */
export function numberCell(text: string): NumberCell | undefined {
  const found = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)$/.exec(text)
  if (!found) return undefined
  const [, sign = '', whole = '', part = '', percent = ''] = found
  const digits = whole.replaceAll(',', '')
  if (digits.length + part.length > 15 || (digits.length > 1 && digits.startsWith('0'))) return undefined
  const value = Number(`${sign}${digits}${part && `.${part}`}${percent && 'e-2'}`)
  return { value, decimals: part.length, percent: percent !== '' }
}

/** The format under which a sheet shows the number as the text it came from. */
export function formatOf({ decimals, percent }: NumberCell, grouped: boolean): string {
  const whole = grouped ? '#,##0' : '0'
  return `${decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole}${percent ? '%' : ''}`
}

/** Whether decimal texts sum exactly to another: compared as integers, as doubles would miss by a hair. */
export function sumsTo(texts: readonly string[], total: string): boolean {
  const all = [...texts, total].map(text => (text === '' || text === '—' ? '0' : text))
  const cells = all.map(numberCell)
  if (cells.some(cell => !cell || cell.percent)) return false
  const decimals = Math.max(...cells.map(cell => cell?.decimals ?? 0))
  const scaled = cells.map(cell => BigInt(Math.round((cell?.value ?? 0) * 10 ** decimals)))
  const sum = scaled.slice(0, -1).reduce((a, b) => a + b, 0n)
  return sum === scaled.at(-1)
}
