export { projectsOf } from './facts.ts'
export { type CaseResult, runCase } from './run.ts'
