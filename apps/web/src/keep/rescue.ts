import type { Draft } from './draft.ts'

/** For a page that is leaving, which waits for no database; null as content: what the database holds was sent or dropped. */
const nameOf = (place: string) => `guatu.rescued.${place}`

export const rescue = (place: string, draft: Draft<unknown>): void =>
  localStorage.setItem(nameOf(place), JSON.stringify(draft))
export const dropRescued = (place: string): void => localStorage.removeItem(nameOf(place))

export function rescued<Content>(place: string): Draft<Content> | undefined {
  try {
    return JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
