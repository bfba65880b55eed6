export * from './given.ts'
export * from './records.ts'
