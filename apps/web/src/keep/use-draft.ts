import { useEffect, useRef, useState } from 'react'
import { type Draft, isForeign, laterOf, TAB, written } from './draft.ts'
import { dropRescued, rescue, rescued } from './rescue.ts'
import { drop, keep, keepOver, readKept } from './store.ts'
import { hearTabs, tellTabs } from './tabs.ts'

/** One writing for a word typed, not one for each letter. */
const PAUSE_MS = 300

/** What another tab wrote; `clean`: this one had nothing unwritten, so that it may simply be shown. */
export interface Foreign<Content> {
  readonly content: Content | null
  readonly clean: boolean
}

interface Waiting<Content> {
  readonly content: Content | null
  readonly timer: ReturnType<typeof setTimeout>
}

/**
 * Words typed at a place of this device, null for none. `kept` is undefined until the device has been asked. What another
 * tab wrote meanwhile is not written over: it is handed out as `foreign`, and writing rests until `overrule`.
 */
export function useDraft<Content>(place: string) {
  const [found, setFound] = useState<{ place: string; content: Content | null }>()
  const [foreign, setForeign] = useState<Foreign<Content>>()
  const [failed, setFailed] = useState(false)
  const seen = useRef(0)
  const waiting = useRef<Waiting<Content>>(undefined)
  const rests = useRef(false)

  const write = async () => {
    const due = waiting.current
    if (!due || rests.current) return
    clearTimeout(due.timer)
    try {
      if (due.content === null) {
        await drop(place, 'draft')
        seen.current = 0
      } else {
        const { content } = due
        let there: Draft<Content> | undefined
        const draft = await keepOver<Draft<Content>>('draft', place, before => {
          there = before
          return written(before, content, seen.current)
        })
        seen.current = (draft ?? there)?.revision ?? 0
        if (!draft && there) {
          rests.current = true
          setForeign({ content: there.content, clean: false })
          return
        }
      }
      dropRescued(place)
      if (waiting.current === due) waiting.current = undefined
      setFailed(false)
      tellTabs({ about: 'draft', place })
    } catch {
      setFailed(true)
    }
  }
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })

  useEffect(() => {
    let gone = false
    const read = () => readKept<Draft<Content>>('draft', place).catch(() => undefined)
    void read().then(kept => {
      const draft = laterOf<Content | null>(kept, rescued(place))
      if (gone) return
      seen.current = draft?.revision ?? 0
      if (draft && draft !== kept) {
        const write = draft.content === null ? drop(place, 'draft') : keep('draft', place, draft)
        void write.then(() => dropRescued(place))
      }
      setFound({ place, content: draft?.content ?? null })
    })
    const look = async () => {
      if (waiting.current) return
      const draft = await read()
      if (gone || waiting.current) return
      if (draft ? !isForeign(draft, seen.current) : seen.current === 0) return
      seen.current = draft?.revision ?? 0
      setForeign({ content: draft?.content ?? null, clean: true })
    }
    const hush = hearTabs(told => {
      if (told.about === 'draft' && told.place === place) void look()
    })
    const leave = () => {
      const due = waiting.current
      if (due) rescue(place, { content: due.content, revision: seen.current + 1, tab: TAB })
      void latest.current()
    }
    // A phone ends a page that is out of sight without a word.
    const turn = () => (document.visibilityState === 'hidden' ? leave() : void look())
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', turn)
    return () => {
      gone = true
      hush()
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', turn)
      void latest.current()
    }
  }, [place])

  const save = (content: Content | null) => {
    clearTimeout(waiting.current?.timer)
    waiting.current = { content, timer: setTimeout(() => void latest.current(), PAUSE_MS) }
  }
  /** The person has seen what the other tab wrote: from now on this one's words stand. */
  const overrule = () => {
    rests.current = false
    setForeign(undefined)
    void latest.current()
  }
  /** `failed`: the device refuses to keep anything; the page must say so. */
  return {
    kept: found?.place === place ? found.content : undefined,
    foreign,
    save,
    overrule,
    failed,
  }
}
