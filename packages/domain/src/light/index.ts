export * from './judge.ts'
export * from './rule.ts'
