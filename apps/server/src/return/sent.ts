import type { Burden, PrefilledRow, RowFigures } from '@guatu/domain'
import { burdenOf, sentAgain } from '@guatu/domain'
import type { ReturnState as ReturnRecord } from '@guatu/store'
import type { Session } from '../session/session.ts'

/** Who sent a return last, and under which post: another unit's is on behalf (代报). */
export interface SentBy {
  readonly person: string
  readonly name: string
  readonly unit: string
}

/** Kept with the move that sends a return and with those after it. */
export interface SentSaid {
  readonly sent?: SentBy
  readonly burden?: Burden
}

export const sentNow = (
  { person, name, post }: Session,
  rows: readonly PrefilledRow[],
  figures: readonly RowFigures[],
  before: ReturnRecord | undefined,
  by: 'hand' | 'file' = 'hand',
): SentSaid => ({
  sent: { person, name, unit: post.unit },
  burden: sentAgain(burdenIn(before), burdenOf(rows, figures, by)),
})

const said = (record: ReturnRecord | undefined): SentSaid => (record?.body ?? {}) as SentSaid

export const sentIn = (record: ReturnRecord | undefined): SentBy | undefined => said(record).sent
export const burdenIn = (record: ReturnRecord | undefined): Burden | undefined => said(record).burden

/** What later moves carry on. */
export function keptSaid(record: ReturnRecord | undefined): SentSaid {
  const { sent, burden } = said(record)
  return { ...(sent && { sent }), ...(burden && { burden }) }
}
