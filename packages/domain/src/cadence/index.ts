export * from './cycle.ts'
export * from './late.ts'
