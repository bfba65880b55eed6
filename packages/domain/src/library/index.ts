export * from './library.ts'
export * from './rows.ts'
export * from './search.ts'
export * from './year.ts'
