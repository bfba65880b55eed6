export { connectDatabase, type Database, openDatabase } from './open.ts'
export type { Distribution, Time } from './tables.ts'
export { lookAtGrown } from './statistics.ts'
