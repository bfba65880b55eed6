import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 't', to: 'cn' })

/**
 * One spelling for comparison: NFKC (full-width letters, digits, signs), simplified characters, no spaces and no
 * quotation marks, since sources differ in all of them.
 */
export const plain = (text: string): string =>
  toSimplified(text.normalize('NFKC')).replace(/[\s"'“”‘’「」『』]/g, '')

/** Whether the term stands in the text; a number is not found inside a longer number. */
export function bears(text: string, term: string): boolean {
  const needle = plain(term)
  if (needle === '') return false
  const digitFirst = /^\d/.test(needle)
  const digitLast = /\d$/.test(needle)
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + needle.length, at + needle.length + 2)
    const cutsBefore = digitFirst && /(\d|\d\.)$/.test(before)
    const cutsAfter = digitLast && /^(\d|\.\d|%)/.test(after)
    if (!cutsBefore && !cutsAfter) return true
  }
  return false
}
