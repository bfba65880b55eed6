import { createHash } from 'node:crypto'
import { ENGINE } from '@guatu/domain'
import { canonicalHash, type ScopedTx, type StoredResult, storedText } from '@guatu/store'
import { type Difference, differences } from './difference.ts'
import { evaluateWhole } from './whole.ts'

/** `altered`: the kept text is not what was stored; `differs`: the ledger is judged otherwise now. */
export interface ResultCheck {
  readonly id: string
  readonly seq: number
  readonly state: 'equal' | 'altered' | 'differs'
  /** True when what judges now is not what judged then: a difference is then no damage. */
  readonly otherEngine: boolean
  readonly differences: readonly Difference[]
}

/** Longer texts are told apart by their hashes alone. */
const COMPARABLE = 100 * 1024 * 1024

/** Judges a stored result again, from the ledger as known at its seq; writes nothing. */
export async function checkResult(tx: ScopedTx, stored: StoredResult): Promise<ResultCheck> {
  const { id, seq, asOf } = stored
  const otherEngine = stored.engine !== ENGINE
  const check = { id, seq, otherEngine, differences: [] }
  const text = await keptText(tx, stored)
  if (text === undefined) return { ...check, state: 'altered' }
  const { evaluation } = await evaluateWhole(tx, { asOf, knownAt: seq })
  if (canonicalHash(evaluation) === stored.sha256) return { ...check, state: 'equal' }
  const found = text === '' ? [] : differences(JSON.parse(text), evaluation)
  return { ...check, state: 'differs', differences: found }
}

/** Undefined when it is not what was stored; empty when it is too long to compare. */
async function keptText(tx: ScopedTx, { id, sha256, size }: StoredResult): Promise<string | undefined> {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  try {
    for await (const chunk of storedText(tx, id)) {
      hash.update(chunk)
      if (size <= COMPARABLE) chunks.push(chunk)
    }
  } catch (error) {
    // What zlib says of bytes that are no gzip, or a part of one.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return undefined
    throw error
  }
  return hash.digest('hex') === sha256 ? Buffer.concat(chunks).toString() : undefined
}
