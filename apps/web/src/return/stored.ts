import { useEffect, useState } from 'react'
import { useMe } from '../session/me.ts'
import type { Draft } from './draft.ts'

/** Account first: another person at this device sees nothing of it. */
const place = (account: string, project: string, period: string) =>
  `guatu.draft.${account}.${project}.${period}`

/** What one has typed for a period; it outlives a failure, a closed tab and a dead battery until it is saved. */
export function useStoredDraft(project: string, period: string) {
  const { account } = useMe()
  const at = place(account, project, period)
  const [draft, setDraft] = useState<Draft>(() => read(at))
  const [kept, setKept] = useState(() => Object.keys(read(at)).length > 0)
  useEffect(() => {
    const found = read(at)
    setDraft(found)
    setKept(Object.keys(found).length > 0)
  }, [at])
  return {
    draft,
    /** It was there when the page opened. */
    kept,
    change: (next: Draft) => {
      setDraft(next)
      localStorage.setItem(at, JSON.stringify(next))
    },
    clear: () => {
      setDraft({})
      setKept(false)
      localStorage.removeItem(at)
    },
  }
}

function read(at: string): Draft {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(at) ?? '{}')
    const entries = Object.entries(found as object).filter(([, text]) => typeof text === 'string')
    return Object.fromEntries(entries)
  } catch {
    return {}
  }
}
