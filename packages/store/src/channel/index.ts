export * from './claim.ts'
export * from './delivery.ts'
export * from './setting.ts'
