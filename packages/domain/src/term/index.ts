export * from './run.ts'
export * from './when.ts'
