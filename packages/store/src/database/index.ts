export { connectDatabase, type Database, openDatabase } from './open.ts'
export type { Time } from './tables.ts'
