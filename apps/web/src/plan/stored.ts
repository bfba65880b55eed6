import type { SchemeDraft } from '@guatu/contract'

/** What is being written, kept on this device until it is published or thrown away. */
export interface StoredDraft extends SchemeDraft {
  /** The version that it was begun from. */
  readonly base: number
}

const nameOf = (jurisdiction: string) => `guatu.plan-draft.${jurisdiction}`

export function storedDraft(jurisdiction: string): StoredDraft | undefined {
  const text = localStorage.getItem(nameOf(jurisdiction))
  if (text === null) return undefined
  try {
    const draft = JSON.parse(text) as StoredDraft
    return typeof draft.text === 'string' && typeof draft.from === 'string' ? draft : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(jurisdiction: string, draft: StoredDraft | undefined): void {
  if (draft) localStorage.setItem(nameOf(jurisdiction), JSON.stringify(draft))
  else localStorage.removeItem(nameOf(jurisdiction))
}
