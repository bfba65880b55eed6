const SHOWN = /^-?[\d,]+(?:\.\d+)?(?:e[+-]?\d+)?$/i
const TOO_NARROW = /^#+$/
const KEPT = /(?:x:num|sdval)\s*=\s*["']([^"']+)["']/i

/**
 * A cell shows rounded digits, or only ### in a narrow column. Where the program names the number it keeps, that one
 * is taken, to the 15 digits that it computes with.
 */
export function exactText(shown: string, attributes: string): string {
  if (!SHOWN.test(shown) && !TOO_NARROW.test(shown)) return shown
  const kept = Number(KEPT.exec(attributes)?.[1] ?? Number.NaN)
  if (!Number.isFinite(kept)) return shown
  const text = String(Number(kept.toPrecision(15)))
  return text.includes('e') ? shown : text
}
