export { canonicalHash, canonicalPieces } from './pieces.ts'
export {
  type NewResult,
  type PackedText,
  packText,
  type StoredResult,
  storedResults,
  storedText,
  storePacked,
  storeResult,
} from './result.ts'
