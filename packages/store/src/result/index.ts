export { canonicalHash, canonicalPieces } from './pieces.ts'
export { type NewResult, type StoredResult, storedResults, storedText, storeResult } from './result.ts'
