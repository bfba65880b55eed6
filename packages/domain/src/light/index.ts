export * from './judge.ts'
export * from './rule.ts'
export * from './words.ts'
