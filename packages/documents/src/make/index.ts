export { type MakeOptions, makeApart, type Unmade } from './apart.ts'
export { MAKE_LIMITS, type MakeLimits, PDF_MOST_ROWS } from './limits.ts'
export { type Made, type MakeTask, make } from './make.ts'
