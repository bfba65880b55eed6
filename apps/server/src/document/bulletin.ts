import { bulletinModel, type DocumentModel, PUBLISHED_CALENDAR } from '@guatu/domain'
import { canonicalHash } from '@guatu/store'
import type { Judged } from '../picture/judged.ts'

/** The bulletin as it stands, as a draft that names the evaluation it was made from. */
export function bulletinOf({ running, evaluation, facts }: Judged, seq: number): DocumentModel {
  const hash = canonicalHash(evaluation)
  return bulletinModel({ running, evaluation, facts, calendar: PUBLISHED_CALENDAR, seq, hash })
}
