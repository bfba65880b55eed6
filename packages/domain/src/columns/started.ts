import type { FieldValue } from '../facts/index.ts'
import { isBeforeStart, isStarted } from '../project/index.ts'
import type { ReturnColumns } from './columns.ts'

/**
 * The row whose return first said started, after the last that said otherwise: the day of the start is taken from it
 * where none was reported. -1 where there is none.
 */
export function supposedStart({ from, fields }: ReturnColumns, p: number, end: number): number {
  const stages = fields.get('stage')
  if (!stages?.words) return -1
  const said = saidOf(stages.words)
  const first = from[p] ?? 0
  let found = -1
  for (let row = end - 1; row >= first; row--) {
    const what = said[stages.values[row] ?? -1]
    if (what === BEFORE) return found
    if (what === STARTED) found = row
  }
  return found
}

const STARTED = 1
const BEFORE = 2
const known = new WeakMap<readonly FieldValue[], number[]>()

/** Of each stage, whether it says started, before the start, or neither. */
function saidOf(words: readonly FieldValue[]): number[] {
  const said =
    known.get(words) ?? words.map(stage => (isStarted(stage) ? STARTED : isBeforeStart(stage) ? BEFORE : 0))
  known.set(words, said)
  return said
}
