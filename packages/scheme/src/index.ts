export * from './cases/index.ts'
export * from './clauses.ts'
export * from './compare/index.ts'
export * from './coverage.ts'
export * from './dated.ts'
export * from './finding.ts'
export * from './json-schema.ts'
export type { ActionLadder } from './language/action.ts'
export { readAmount, readCount } from './language/amount.ts'
export type { Cadence } from './language/cadence.ts'
export type { Term } from './language/common.ts'
export { type Condition, type Leaf, leavesOf, type Test } from './language/condition.ts'
export type { Disclosure } from './language/disclosure.ts'
export type { DocumentDue } from './language/document.ts'
export type { AssignmentDuty, ClockDuty, Duty, MatrixDuty, VisitsDuty } from './language/duty.ts'
export type { Filter } from './language/filter.ts'
export type { Fund, GrantRule, PassOnRule, PaymentRule, PriorityRule, ReserveRule } from './language/fund.ts'
export type { Funnel } from './language/funnel.ts'
export type { Aggregate, Indicator } from './language/indicator.ts'
export {
  type Band,
  type Consequence,
  type Light,
  measuresOf,
  quantitiesOfLight,
  type Row,
  type Streak,
} from './language/light.ts'
export { type Limit, type Range, readLimit } from './language/limit.ts'
export type { Curve, ListItem, Statement } from './language/list.ts'
export {
  isLateness,
  type Measure,
  type Quantity,
  quantitiesOf,
  readsDays,
  type UnitQuantity,
} from './language/measure.ts'
export type { Procedure } from './language/procedure.ts'
export { type Colour, type Overall, type Scheme, type SchemeField, YUAN } from './language/scheme.ts'
export type { PublicBoard, Score, ScoreInput, ScorePart } from './language/score.ts'
export { type Setting, takesValue } from './language/setting.ts'
export type { Base, Target } from './language/target.ts'
export type { Task } from './language/task.ts'
export { termOf } from './language/term.ts'
export {
  type FigureType,
  figureType,
  PLAN_FIGURES,
  PROJECT_TEXTS,
  type ProjectText,
  RETURN_FIGURES,
} from './language/vocabulary.ts'
export * from './lint/index.ts'
export * from './load.ts'
export * from './mutant/index.ts'
export * from './parse.ts'
export * from './plan/index.ts'
export type { Place } from './read-yaml.ts'
export { type Lang, type SentenceOptions, sentence } from './sentence/index.ts'
export { itemSentence } from './sentence/item.ts'
export * from './supplement/index.ts'
