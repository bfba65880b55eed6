export { addBurden, type Burden, burdenOf, NO_BURDEN, sentAgain } from './burden.ts'
export {
  type Completeness,
  completenessOf,
  type SentReturn,
  type Share as CompletenessShare,
  type UnitCompleteness,
} from './completeness.ts'
