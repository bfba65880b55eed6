export * from './entry/index.ts'
export * from './facts/index.ts'
