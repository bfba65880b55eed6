export * from './entry.ts'
export * from './fold.ts'
