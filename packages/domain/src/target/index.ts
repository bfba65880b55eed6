export * from './due.ts'
export * from './value.ts'
