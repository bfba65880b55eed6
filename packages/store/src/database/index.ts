export { connectDatabase, type Database, openDatabase } from './open.ts'
export { lookAtGrown } from './statistics.ts'
export type { Distribution, Time } from './tables.ts'
