import { type SeenSeq, seenSeq } from '../facts/seen-seq.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** Seq of the last write of a unit or a post: the same seq, the same units and posts. */
export const structureSeq = (tx: ScopedTx): Promise<SeenSeq> => seenSeq(tx, 'unit', 'post')
