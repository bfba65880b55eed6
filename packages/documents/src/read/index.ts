export { READ_FAULTS, type ReadFault, type ReadFaultCode, type ReadFaultParams } from './faults.ts'
export * from './grid.ts'
export {
  type GuardOptions,
  type OpenedFile,
  openGuarded,
  type RecognisedFile,
  readWorkbookGuarded,
  recogniseGuarded,
  type SheetHead,
} from './guarded.ts'
export { READ_LIMITS, type ReadLimits } from './limits.ts'
export { readWorkbook } from './read-workbook.ts'
export { findClassified, findClassifiedIn } from './recognise/classified.ts'
export { PROJECT_FIELDS } from './recognise/fields.ts'
export type { ColumnMapping, Mapping } from './recognise/mapping.ts'
export * from './recognise/model.ts'
export type { TableRequest } from './recognise/open-table.ts'
export { pickSheet } from './recognise/pick-sheet.ts'
export { type ProjectCodeCheck, projectCodeCheck } from './recognise/project-code.ts'
export { recognise } from './recognise/recognise.ts'
export { PERIOD_FIELD } from './recognise/series.ts'
export { type SimilarName, similarNames } from './similar-names.ts'
