export {
  type AskedReturn,
  type AskedRow,
  askedReturn,
  askedReturns,
  returnsAround,
  returnsOfPeriod,
} from './asked.ts'
export { changeAgainst, type FigureChange, type StandingReturn } from './change.ts'
export { askedFields } from './fields.ts'
export { moveReturn, type ReturnFinding, type ReturnMove, type ReturnMoved } from './move.ts'
export { type PrefilledCell, type PrefilledRow, prefilledRows, type RowPlan } from './prefill.ts'
export type { ChangeRefused } from './refused.ts'
export { type ReturnActor, reviewRoute, sideOf } from './route.ts'
export * from './state.ts'
export { type ReturnRefusal, type ReturnStep, stepOf } from './table.ts'
