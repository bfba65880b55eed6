export { type SetupAsked, type SetupReport, setUp } from './at-once.ts'
export type { Beginning } from './begin.ts'
export type { PlanChoice } from './plan.ts'
export { regionByCode } from './region.ts'
