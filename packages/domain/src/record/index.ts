export * from './figure.ts'
export * from './given.ts'
export * from './records.ts'
