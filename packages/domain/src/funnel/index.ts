export * from './answer.ts'
export { type InFunnel, inFunnel } from './reached.ts'
