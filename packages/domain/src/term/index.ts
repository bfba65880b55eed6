export * from './amount.ts'
export * from './goal.ts'
export * from './run.ts'
export * from './when.ts'
