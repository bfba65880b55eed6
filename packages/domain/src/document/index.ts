export { bulletinModel } from './bulletin.ts'
export type {
  CorrectionNote,
  DocumentInput,
  IssueWords,
  UnitReturns,
} from './input.ts'
export { DOCUMENT_KINDS, type DocumentFormat, type DocumentKind, documentKind } from './kinds.ts'
export type { Annex, Block, Column, DocumentModel, DocumentState, Layout, Table } from './model.ts'
export { type NumberSeries, numberText } from './number.ts'
export { ACTION_WORDS, STATE_WORDS } from './terms.ts'
