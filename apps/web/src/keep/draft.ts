import { submissionKey } from '../return/draft.ts'

/** One more with each writing, so that a tab knows whether another has written since it looked. */
export interface Draft<Content> {
  readonly content: Content
  readonly revision: number
  readonly tab: string
}

/** This page, as long as it is open. */
export const TAB = submissionKey()

/** Whether another tab wrote what this one has not seen. */
export const isForeign = ({ revision, tab }: Draft<unknown>, seen: number) => tab !== TAB && revision > seen

/** What is to stand after `content`; undefined where that would write over words of another tab. */
export function written<Content>(
  before: Draft<Content> | undefined,
  content: Content,
  seen: number,
): Draft<Content> | undefined {
  if (before && isForeign(before, seen)) return undefined
  return { content, revision: Math.max(before?.revision ?? 0, seen) + 1, tab: TAB }
}

/** What a leaving page put aside beside what the database holds: the later one. */
export function laterOf<Content>(
  kept: Draft<Content> | undefined,
  rescued: Draft<Content> | undefined,
): Draft<Content> | undefined {
  if (!kept || !rescued) return kept ?? rescued
  return rescued.revision >= kept.revision ? rescued : kept
}

/** Account first: nobody else's is ever read. */
export const placeOf = (account: string, ...subject: readonly string[]) => [account, ...subject].join('\n')
export const isOf = (account: string, place: string) => place.startsWith(`${account}\n`)
