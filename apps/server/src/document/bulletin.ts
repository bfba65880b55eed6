import { type DocumentModel, documentKind } from '@guatu/domain'
import { must } from '@guatu/kernel'
import type { Judged } from '../picture/judged.ts'
import { type DocumentExtra, documentOf } from './made.ts'

/** The bulletin as it stands, as a draft that names the evaluation it was made from. */
export const bulletinOf = (judged: Judged, seq: number, extra?: DocumentExtra): DocumentModel =>
  documentOf(must(documentKind('bulletin'), 'bulletin'), judged, seq, extra)
