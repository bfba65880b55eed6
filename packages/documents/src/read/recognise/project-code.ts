/** `old`: a code from before the national rule, first group a year up to 2020; only its shape is known. */
export type ProjectCodeCheck = 'ok' | 'check-digit' | 'shape' | 'old'

/**
 * A national project code (GB/T 40058): YYMM - region 6 - department 2 - type 2 - 5 digits and a check digit,
 * ISO 7064 MOD 11,10 over the first 19 digits. The rule for the digit is inferred from real codes: warn, never block.
 */
export function projectCodeCheck(code: string): ProjectCodeCheck {
  const text = code.normalize('NFKC').replace(/\s/g, '').replace(/[—–−]/g, '-')
  if (!/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(text)) return 'shape'
  const first = Number(text.slice(0, 4))
  if (first >= 2000 && first <= 2020) return 'old'
  const digits = [...text.replaceAll('-', '')].map(Number)
  return checkDigit(digits.slice(0, 19)) === digits[19] ? 'ok' : 'check-digit'
}

function checkDigit(digits: readonly number[]): number {
  let product = 10
  for (const digit of digits) product = (((product + digit) % 10 || 10) * 2) % 11
  return (11 - product) % 10
}
