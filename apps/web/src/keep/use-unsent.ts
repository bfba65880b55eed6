import { useCallback, useEffect, useRef, useState } from 'react'
import { submissionKey } from '../return/draft.ts'
import { whenAgain } from './again.ts'
import { bytesOf, dropPhoto, photosKept } from './photo-store.ts'
import {
  type Answer,
  afterAnswer,
  countOf,
  inOrder,
  nextPhoto,
  nextToSend,
  type Queue,
  released,
  type Unsent,
  type UnsentPhoto,
  type Why,
} from './queue.ts'
import { drop, keep, readAllKept, readKept } from './store.ts'
import { hearTabs, tellTabs } from './tabs.ts'

export interface Senders<Body> {
  readonly submission: (unsent: Unsent<Body>) => Promise<Answer>
  readonly photo: (photo: UnsentPhoto, bytes: ArrayBuffer) => Promise<Answer>
}
/** A line that comes and goes does not always say so. */
const AGAIN_MS = 30_000

interface Kept<Body> {
  readonly queue: Queue<Body>
  readonly photos: readonly UnsentPhoto[]
}
const read = async <Body>(): Promise<Kept<Body>> => ({
  queue: await readAllKept<Unsent<Body>>('unsent'),
  photos: await photosKept(),
})

/** One tab after the other, where the browser can; where not, the server takes each thing once all the same. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('guatu.unsent', work)
  else await work()
}

/** Submissions and photos of this device that the server has not taken. Each is written here before it is sent. */
export function useUnsent<Body>(account: string, send: Senders<Body>) {
  const [kept, setKept] = useState<Kept<Body>>({ queue: [], photos: [] })
  const [why, setWhy] = useState<Why>()
  const [sending, setSending] = useState<string>()
  const running = useRef<Promise<void>>(undefined)
  const askedAgain = useRef(false)
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })

  const look = useCallback(async () => setKept(await read<Body>()), [])
  const sendAll = useCallback(async () => {
    const tried = new Set<string>()
    let stopped: Why | undefined
    try {
      while (askedAgain.current) {
        askedAgain.current = false
        const all = await read<Body>()
        setKept(all)
        const photo = nextPhoto(all.photos, account, tried)
        const one = photo ?? nextToSend(all.queue, account, tried, all.photos)
        if (!one) continue
        tried.add(one.key)
        setSending(one.key)
        const answer = await ('body' in one ? latest.current.submission(one) : sendPhoto(one, latest.current))
          // A bug in sending keeps what is to be sent.
          .catch((): Answer => ({ kind: 'offline' }))
        await settle(one, answer)
        if (answer.kind === 'offline') {
          stopped = answer.why ?? 'network'
          if (stopped !== 'server') return
        }
        askedAgain.current = true
      }
    } finally {
      running.current = undefined
      setWhy(stopped)
      setSending(undefined)
      await look()
      tellTabs({ about: 'unsent' })
    }
  }, [account, look])
  const flush = useCallback(() => {
    askedAgain.current = true
    running.current ??= inTurn(sendAll)
    return running.current
  }, [sendAll])

  useEffect(() => {
    const again = () => void flush()
    again()
    const timer = setInterval(again, AGAIN_MS)
    const deaf = whenAgain(again)
    const hush = hearTabs(told => {
      if (told.about === 'unsent') void look()
    })
    return () => {
      clearInterval(timer)
      deaf()
      hush()
    }
  }, [flush, look])

  const submit = async (of: { unit: string; period: string }, body: Body): Promise<string> => {
    const key = submissionKey()
    const unsent: Unsent<Body> = { key, account, ...of, body, at: new Date().toISOString(), tries: 0 }
    await keep('unsent', key, unsent)
    await flush()
    return key
  }
  const decide = async (key: string, how: 'again' | 'drop') => {
    const photo = kept.photos.find(one => one.key === key)
    const one = kept.queue.find(unsent => unsent.key === key)
    if (how === 'drop') await (photo ? dropPhoto(key) : drop(key, 'unsent'))
    else if (photo) await keep('photo', key, released(photo))
    else if (one) await keep('unsent', key, released(one))
    await flush()
  }
  return {
    submit,
    decide,
    flush,
    /** What became of it: undefined once it was taken. */
    left: (key: string) => readKept<Unsent<Body>>('unsent', key),
    returns: inOrder(kept.queue).filter(one => one.account === account),
    photos: inOrder(kept.photos).filter(one => one.account === account),
    /** What of it waits, and what needs a person. */
    count: countOf([...kept.queue, ...kept.photos], account),
    why,
    sending,
  }
}

async function sendPhoto<Body>(photo: UnsentPhoto, send: Senders<Body>): Promise<Answer> {
  const bytes = await bytesOf(photo.key)
  return bytes ? send.photo(photo, bytes) : { kind: 'taken' }
}

async function settle<Body>(one: Unsent<Body> | UnsentPhoto, answer: Answer): Promise<void> {
  const isPhoto = !('body' in one)
  const [after] = afterAnswer([one], one.key, answer)
  if (after) await keep(isPhoto ? 'photo' : 'unsent', one.key, after)
  else await (isPhoto ? dropPhoto(one.key) : drop(one.key, 'unsent'))
}
