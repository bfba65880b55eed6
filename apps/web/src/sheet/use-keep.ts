import { type ReturnSheet, routes } from '@guatu/contract'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { ApiFault } from '../api/fault.ts'
import { queries, refresh } from '../api/use-api.ts'
import { whenAgain } from '../keep/again.ts'
import { whyOf } from '../keep/answer.ts'
import type { useDraft } from '../keep/use-draft.ts'
import { useLeaving } from '../keep/use-leaving.ts'
import {
  type Content,
  contentOf,
  emptyOf,
  isAlike,
  type Keeping,
  type Kept,
  meetingOf,
  ofServer,
  type Start,
  standing,
} from './kept.ts'

/** Quiet time after the last change before the server is told, and before it is asked again, in milliseconds. */
const QUIET = 1_500
const AGAIN = 30_000

/** What stands against the own words, and who wrote it; nobody is named where it was this person in another tab. */
export interface Theirs {
  readonly content: Content
  readonly version: number
  readonly by?: string
  readonly at?: string
}
const theirsOf = (sheet: ReturnSheet): Theirs => ({
  content: ofServer(sheet),
  version: sheet.draft?.version ?? 0,
  by: sheet.draft?.savedByName ?? '',
  at: sheet.draft?.savedAt ?? '',
})

/**
 * On the device with every word, for all of the unit a moment later; what somebody else or another tab kept meanwhile is
 * never written over unasked. `show` puts cells into the grid.
 */
export function useKeep(
  sheet: ReturnSheet,
  start: Start,
  device: ReturnType<typeof useDraft<Kept>>,
  show: (content: Content) => void,
) {
  const [shown, setShown] = useState(start.content)
  const [keeping, setKeeping] = useState(start.keeping)
  const [theirs, setTheirs] = useState(start.keeping === 'conflict' ? theirsOf(sheet) : undefined)
  const [fault, setFault] = useState<unknown>()
  const now = useRef<Kept>({
    ...contentOf(start.content),
    version: start.version,
    synced: start.keeping === 'server' || start.keeping === 'nothing',
    at: new Date().toISOString(),
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef(false)
  /** Sent without an answer: should it stand there, nobody else wrote it. */
  const sent = useRef<Content>(undefined)
  useLeaving(device.failed || (keeping === 'device' && fault !== undefined))

  const arm = (pause: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current.send(), pause)
  }
  const put = (part: Partial<Kept>) => {
    now.current = { ...now.current, ...part }
    const nothing = now.current.synced && isAlike(now.current, emptyOf(sheet))
    device.save(nothing ? null : now.current)
  }
  const stand = (next: Keeping) => {
    setKeeping(next)
    if (next !== 'conflict') setTheirs(undefined)
    if (next === 'device') arm(QUIET)
    else clearTimeout(timer.current)
  }
  const take = (content: Content, part: Partial<Kept>) => {
    put({ ...contentOf(content), ...part })
    setShown(contentOf(content))
    show(content)
  }
  const changed = (part: Partial<Content>) => {
    // The grid tells of cells that were put there, too.
    if (isAlike({ ...now.current, ...part }, now.current)) return
    put({ ...part, synced: false, at: new Date().toISOString() })
    if (!('texts' in part)) setShown(contentOf(now.current))
    if (!theirs) stand('device')
  }

  const send = async () => {
    if (theirs || busy.current) return
    const content = contentOf(now.current)
    const body = standing(sheet, content) === 'nothing' ? null : { ...content }
    const { unit, period } = sheet.return
    busy.current = true
    sent.current = content
    try {
      const { version } = await call(routes.keepDraft, {
        params: { unit, period },
        body: { body, version: now.current.version },
      })
      sent.current = undefined
      const synced = isAlike(now.current, content)
      put({ version, synced })
      setFault(undefined)
      stand(synced ? standing(sheet, content) : 'device')
    } catch (error) {
      if (error instanceof ApiFault && error.code === 'return.draft-changed') {
        busy.current = false
        await queries.invalidateQueries({ queryKey: [routes.getReturn.name] })
        return latest.current.meet(true)
      }
      setFault(error)
      if (whyOf(error)) return arm(AGAIN)
      sent.current = undefined
      void refresh()
    } finally {
      busy.current = false
    }
  }

  const meet = (refused = false) => {
    if (busy.current) return
    const met = meetingOf(now.current, sheet, sent.current)
    if (met === 'known') {
      // The server came back from a backup, behind what this page has seen.
      if (refused) put({ version: sheet.draft?.version ?? 0 })
      if (refused) arm(AGAIN)
      return
    }
    const { content, version } = theirsOf(sheet)
    sent.current = undefined
    if (met === 'follow') take(content, { version, synced: true })
    else if (met !== 'conflict') put({ version, synced: met === 'own' })
    if (met === 'conflict') setTheirs(theirsOf(sheet))
    stand(
      met === 'conflict'
        ? 'conflict'
        : met === 'part' || met === 'gone'
          ? 'device'
          : standing(sheet, content),
    )
  }

  /** Another tab of this device. Where this one had nothing unwritten it simply shows the same. */
  const hear = () => {
    if (!device.foreign) return
    const { clean } = device.foreign
    const content = device.foreign.content ?? { ...now.current, ...emptyOf(sheet), synced: true }
    if (clean) {
      now.current = content
      setShown(contentOf(content))
      show(content)
      setTheirs(undefined)
      setKeeping(content.synced ? standing(sheet, content) : 'device')
      // The tab that wrote it sends it, unless it is closed before.
      if (!content.synced) arm(3 * QUIET)
    } else if (isAlike(content, now.current)) device.overrule()
    else {
      setTheirs({ content, version: content.version })
      stand('conflict')
    }
  }
  const latest = useRef({ send, meet, hear })
  useEffect(() => {
    latest.current = { send, meet, hear }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer version is what there is to meet
  useEffect(() => latest.current.meet(), [sheet.draft?.version])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heard once each
  useEffect(() => latest.current.hear(), [device.foreign])
  useEffect(() => {
    const go = () => void (now.current.synced || latest.current.send())
    // What an earlier page left unsent goes out without a further word.
    timer.current = setTimeout(go, QUIET)
    const deaf = whenAgain(go)
    return () => {
      clearTimeout(timer.current)
      deaf()
    }
  }, [])

  return {
    ...shown,
    keeping,
    theirs,
    fault,
    /** Of the cells too, which `shown` does not follow. */
    content: () => contentOf(now.current),
    changed,
    /** Ends a conflict, knowing of what the other has kept. */
    settle(how: 'mine' | 'theirs') {
      if (!theirs) return
      const ofUnit = theirs.by !== undefined
      const version = Math.max(theirs.version, now.current.version)
      if (how === 'theirs') take(theirs.content, { version, synced: ofUnit })
      else put({ version, synced: false })
      device.overrule()
      stand(how === 'theirs' && ofUnit ? 'server' : 'device')
    },
    clear() {
      take(emptyOf(sheet), { synced: true })
      setFault(undefined)
      stand('nothing')
    },
  }
}
