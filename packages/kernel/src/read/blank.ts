import { compact } from './header-text.ts'

const NOTHING = new Set(['', '-', '--', '—', '——', '/', '\\', '／', '…', 'n/a', 'na', '无'])
const LONGEST_NOTHING = 8

/** The cell says that nothing is reported, which is not 0. In a text 无 is an answer. */
export function isBlank(text: string, inText = false): boolean {
  if (text.length > LONGEST_NOTHING) return false
  const plain = compact(text)
  return NOTHING.has(plain) && !(inText && plain === '无')
}
