export * from './procedure.ts'
export type { StepAnswer, StepState } from './step.ts'
