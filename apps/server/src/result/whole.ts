import { ENGINE, evaluateColumns, fieldsJudged, finish, start } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import {
  canonicalPieces,
  headSeq,
  readColumns,
  readFacts,
  type ScopedTx,
  type StoredResult,
  storeResult,
} from '@guatu/store'
import { type KeptScheme, schemeAt } from '../moment/scheme.ts'
import type { Judged } from '../picture/judged.ts'

/** A jurisdiction judged as a whole, so that it can be judged again. */
export interface JudgedWhole extends Judged {
  readonly kept: KeptScheme
  readonly asOf: Day
  /** What the ledger held. */
  readonly seq: number
}

/** What is stored of it. */
export type EvaluatedWhole = Pick<JudgedWhole, 'kept' | 'evaluation' | 'asOf' | 'seq'>

interface When {
  readonly asOf: Day
  /** Absent: as known now. */
  readonly knownAt?: number
}

/** Needs a scope that reads all. */
export async function judgeWhole(tx: ScopedTx, { asOf, knownAt }: When): Promise<JudgedWhole> {
  const head = await headSeq(tx)
  const seq = Math.min(knownAt ?? head, head)
  const kept = await schemeAt(tx, { asOf, knownAt })
  const facts = await readFacts(tx, { asOf, knownAt })
  const running = start(kept.scheme, facts, asOf)
  return { kept, facts, running, evaluation: finish(running), asOf, seq }
}

/** As `judgeWhole`, for who needs the evaluation alone: at 100,000 projects the facts behind it would not fit beside it. */
export async function evaluateWhole(tx: ScopedTx, { asOf, knownAt }: When): Promise<EvaluatedWhole> {
  const head = await headSeq(tx)
  const seq = Math.min(knownAt ?? head, head)
  const kept = await schemeAt(tx, { asOf, knownAt })
  const columns = await readColumns(tx, { asOf, knownAt }, fieldsJudged(kept.scheme))
  return { kept, evaluation: evaluateColumns(kept.scheme, columns, asOf), asOf, seq }
}

/** The result that a document stands on, or that is stored alone. */
export const groundOf = ({ kept, evaluation }: EvaluatedWhole) => ({
  scheme: kept.scheme.scheme,
  schemeHash: kept.hash,
  engine: ENGINE,
  text: canonicalPieces(evaluation),
})

/** Keeps what was judged in the same transaction (`withSnapshot`). */
export function storeJudged(
  tx: ScopedTx,
  kind: string,
  judged: EvaluatedWhole,
): Promise<Pick<StoredResult, 'id' | 'sha256' | 'size'>> {
  const { text, ...ground } = groundOf(judged)
  return storeResult(tx, { ...ground, kind, asOf: judged.asOf, seq: judged.seq }, text)
}
