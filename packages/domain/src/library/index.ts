export {
  type BulkChange,
  type BulkField,
  type BulkInput,
  type BulkRefusal,
  type BulkRow,
  planBulk,
  unknownInBulk,
} from './bulk.ts'
export type { FacetCounts, FacetValue } from './facets.ts'
export * from './library.ts'
export * from './rows.ts'
export {
  FACETS,
  type FacetName,
  type LineSums,
  NOT_SET,
  type ProjectSearch,
  RANGES,
  type Range,
  type RangeName,
} from './search.ts'
export * from './year.ts'
