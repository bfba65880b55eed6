export * from './claim.ts'
export * from './delivery.ts'
export { type SealedChannels, sealChannels } from './seal-all.ts'
export * from './setting.ts'
