export { factsInForce, type InForce, type Moment } from './in-force.ts'
export { type FactsWanted, readFacts } from './read.ts'
