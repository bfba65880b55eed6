import { useEffect, useRef, useState } from 'react'
import type { TypedCells } from '../model/cell.ts'
import { drop, keep, readKept } from './store.ts'

export interface ReturnKey {
  readonly account: string
  readonly unit: string
  readonly period: string
}
/** What was typed into a return and when; `seen`: the seq that the figures beneath it were read at. */
export interface KeptDraft {
  readonly typed: TypedCells
  readonly seen: number
}

const placeOf = ({ account, unit, period }: ReturnKey) => [account, unit, period].join('\n')
/** One writing for a word typed, not one for each letter. */
const PAUSE_MS = 300

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>
  readonly write: () => void
  /** At once, for a page that is leaving: it waits for no database. */
  readonly rescue: () => void
}

const rescuePlace = (place: string) => `guatu.rescued.${place}`

/** What a leaving page put aside is newer than what the database holds. */
async function rescued(place: string): Promise<KeptDraft | undefined> {
  const text = localStorage.getItem(rescuePlace(place))
  if (text === null) return readKept<KeptDraft>('draft', place)
  const draft = JSON.parse(text) as KeptDraft
  void keep('draft', place, draft).then(() => localStorage.removeItem(rescuePlace(place)))
  return draft
}

/** `kept` is undefined until this device has been asked, and null where it holds nothing. */
export function useDraft(key: ReturnKey) {
  const place = placeOf(key)
  const [found, setFound] = useState<{ place: string; draft: KeptDraft | null }>()
  const [failed, setFailed] = useState(false)
  const waiting = useRef<Waiting>(undefined)
  useEffect(() => {
    let gone = false
    rescued(place)
      .then(draft => !gone && setFound({ place, draft: draft ?? null }))
      .catch(() => !gone && setFound({ place, draft: null }))
    const leave = () => waiting.current?.rescue()
    window.addEventListener('pagehide', leave)
    return () => {
      gone = true
      window.removeEventListener('pagehide', leave)
      waiting.current?.write()
    }
  }, [place])
  const save = (draft: KeptDraft) => {
    clearTimeout(waiting.current?.timer)
    const write = () => {
      clearTimeout(waiting.current?.timer)
      const done = Object.keys(draft.typed).length > 0 ? keep('draft', place, draft) : drop('draft', place)
      done.then(
        () => {
          if (waiting.current?.write === write) waiting.current = undefined
          setFailed(false)
        },
        () => setFailed(true),
      )
    }
    const rescue = () => localStorage.setItem(rescuePlace(place), JSON.stringify(draft))
    waiting.current = { timer: setTimeout(write, PAUSE_MS), write, rescue }
  }
  const clear = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    void drop('draft', place)
  }
  /** `failed`: the device refuses to keep anything; the page must say so. */
  return { kept: found?.place === place ? found.draft : undefined, save, clear, failed }
}
