export * from './entry/index.ts'
export * from './evaluate/index.ts'
export * from './facts/index.ts'
