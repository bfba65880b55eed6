export { type CaseResult, runCase } from './run.ts'
