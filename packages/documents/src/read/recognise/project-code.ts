/** `old`: a code from before the national rule, first group a year up to 2020; only its shape is known. */
export type ProjectCodeCheck = 'ok' | 'check-digit' | 'shape' | 'old'

/**
 * A national project code (GB/T 40058): YYMM - region 6 - department 2 - type 2 - 5 digits and a check digit,
 * ISO 7064 MOD 11,10 over the first 19 digits. The rule for the digit is inferred from real codes: warn, never block.
 */
export function projectCodeCheck(code: string): ProjectCodeCheck {
  // A column of codes is long: what is plainly one needs no new text.
  const text = CODE.test(code) ? code : code.normalize('NFKC').replace(/\s/g, '').replace(/[—–−]/g, '-')
  if (!CODE.test(text)) return 'shape'
  const first = Number(text.slice(0, 4))
  if (first >= 2000 && first <= 2020) return 'old'
  const last = text.charCodeAt(text.length - 1) - ZERO
  return checkDigit(text.slice(0, -1)) === last ? 'ok' : 'check-digit'
}

const CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/
const ZERO = 48

/** Of the digits in the text; the dashes between them do not count. */
function checkDigit(text: string): number {
  let product = 10
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit >= 0) product = (((product + digit) % 10 || 10) * 2) % 11
  }
  return (11 - product) % 10
}
