export { periodsOf } from './figures.ts'
export { type Match, nameKey, type Similar } from './match.ts'
export { type ImportInput, type ImportPlan, type PlannedRow, planImport, planInSteps } from './plan.ts'
export {
  planReported,
  type ReportedColumn,
  type ReportedInput,
  reportedColumns,
} from './reported.ts'
export type {
  Candidate,
  Change,
  ImportChoices,
  ImportCode,
  ImportFinding,
  ImportRow,
  ImportValue,
  Refuses,
  RowReported,
} from './row.ts'
export { undoWrites, type WrittenBatch } from './undo.ts'
export { type FileSays, type UnitFrom, type WhoseFile, whoseFile } from './whose.ts'
export { type EntryToWrite, type FactToWrite, importWrites, type Writes } from './writes.ts'
