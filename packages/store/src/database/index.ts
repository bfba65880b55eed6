export { connectDatabase, type Database, openDatabase } from './open.ts'
export { lookAtGrown } from './statistics.ts'
export type { Time } from './tables.ts'
