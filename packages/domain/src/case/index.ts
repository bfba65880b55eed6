export { projectsOf } from './facts.ts'
export { type Mutated, type Proof, prove } from './prove.ts'
export { type CaseResult, runCase } from './run.ts'
