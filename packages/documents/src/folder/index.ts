export type { DataShape } from './columns.ts'
export type { DataFault, DataFaultCode } from './fault.ts'
export { readDataFolder } from './read.ts'
export { writeDataFolder } from './write.ts'
