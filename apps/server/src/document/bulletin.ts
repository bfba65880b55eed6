import { bulletinModel, type DocumentModel, PUBLISHED_CALENDAR } from '@guatu/domain'
import { canonicalJson } from '@guatu/kernel'
import { sha256 } from '@guatu/store'
import type { Judged } from '../picture/memo.ts'

/** The bulletin as it stands, as a draft that names the evaluation it was made from. */
export function bulletinOf({ running, evaluation, facts }: Judged, seq: number): DocumentModel {
  const hash = sha256(canonicalJson(evaluation))
  return bulletinModel({ running, evaluation, facts, calendar: PUBLISHED_CALENDAR, seq, hash })
}
