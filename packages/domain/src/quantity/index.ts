export * from './quantity.ts'
export * from './words.ts'
