export { type HandOver, handOver, postFactOf } from './hand-over.ts'
export { type PostFact, readsByUnit } from './post.ts'
export { mayKeepPost, mayList, mayReset, type PersonAct } from './rights.ts'
export { type UnitTree, unitsAbove, unitTree } from './units.ts'
