export * from './published.ts'
