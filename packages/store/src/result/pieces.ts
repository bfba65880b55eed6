import { createHash } from 'node:crypto'
import { canonicalJson } from '@guatu/kernel'

/** Long enough to be worth a call, short enough that many are cheap to hold. */
const ENOUGH = 64 * 1024

/**
 * `canonicalJson(value)` in pieces that join to the same text, cut between the elements of the arrays that the object
 * holds: the whole may be longer than a string can be.
 */
export function* canonicalPieces(value: object): Generator<string, void> {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  let text = '{'
  for (const [index, [key, member]] of members.entries()) {
    text += `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`
    if (!Array.isArray(member)) {
      text += canonicalJson(member)
      continue
    }
    text += '['
    for (let i = 0; i < member.length; i++) {
      text += `${i > 0 ? ',' : ''}${canonicalJson(member[i] ?? null)}`
      if (text.length < ENOUGH) continue
      yield text
      text = ''
    }
    text += ']'
  }
  yield `${text}}`
}

/** sha256 of `canonicalJson(value)` in UTF-8, however long that is. */
export function canonicalHash(value: object): string {
  const hash = createHash('sha256')
  for (const piece of canonicalPieces(value)) hash.update(piece)
  return hash.digest('hex')
}
