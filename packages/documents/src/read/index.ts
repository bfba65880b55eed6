export * from './grid.ts'
