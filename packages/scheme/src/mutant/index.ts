export { type Change, type Mutant, mutantsOf } from './mutants.ts'
