export { appendBatch, IdempotencyConflict } from './append.ts'
export { headSeq, seqAt } from './head.ts'
export type { Appended, FactWord, NewBatch, NewEntry, NewEvent, NewFact } from './new.ts'
export { sha256 } from './sha256.ts'
