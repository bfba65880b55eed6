export * from './ladder.ts'
