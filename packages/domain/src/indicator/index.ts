export * from './reported.ts'
export * from './value.ts'
