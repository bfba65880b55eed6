export * from './curve.ts'
export * from './to-date.ts'
