import {
  type DocumentInput,
  type DocumentKind,
  type DocumentModel,
  PUBLISHED_CALENDAR,
  type Running,
  start,
} from '@guatu/domain'
import { addDays } from '@guatu/kernel'
import { canonicalHash } from '@guatu/store'
import type { Judged } from '../picture/judged.ts'

/** What a document says beside its figures: returns, corrections, that its period is closed, its number. */
export type DocumentExtra = Partial<
  Pick<DocumentInput, 'hash' | 'returns' | 'corrections' | 'frozen' | 'issue'>
>

/** A document of that kind from one evaluation; a draft until its period is frozen. */
export function documentOf(
  kind: DocumentKind,
  { running, evaluation, facts }: Judged,
  seq: number,
  extra: DocumentExtra = {},
): DocumentModel {
  const hash = extra.hash ?? canonicalHash(evaluation)
  const calendar = PUBLISHED_CALENDAR
  const before = kind.since === undefined ? undefined : runningBefore(running, facts, kind.since)
  return kind.model({ running, evaluation, facts, calendar, seq, before, ...extra, hash })
}

/** The same facts judged some days earlier, by the same plan: what was done since is the difference. */
function runningBefore(running: Running, facts: Judged['facts'], days: number): Running {
  const { scheme, asOf } = running.program
  return start(scheme, facts, addDays(asOf, -days))
}
