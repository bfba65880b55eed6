import { useEffect, useState } from 'react'
import type { Draft } from './draft.ts'

const place = (project: string, period: string) => `guatu.draft.${project}.${period}`

/** What one has typed for a period; it outlives a failure, a closed tab and a dead battery until it is saved. */
export function useStoredDraft(project: string, period: string) {
  const [draft, setDraft] = useState<Draft>(() => read(project, period))
  const [kept, setKept] = useState(() => Object.keys(read(project, period)).length > 0)
  useEffect(() => {
    const found = read(project, period)
    setDraft(found)
    setKept(Object.keys(found).length > 0)
  }, [project, period])
  return {
    draft,
    /** It was there when the page opened. */
    kept,
    change: (next: Draft) => {
      setDraft(next)
      localStorage.setItem(place(project, period), JSON.stringify(next))
    },
    clear: () => {
      setDraft({})
      setKept(false)
      localStorage.removeItem(place(project, period))
    },
  }
}

function read(project: string, period: string): Draft {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(project, period)) ?? '{}')
    const entries = Object.entries(found as object).filter(([, text]) => typeof text === 'string')
    return Object.fromEntries(entries)
  } catch {
    return {}
  }
}
