import { useCallback, useEffect, useRef, useState } from 'react'
import { submissionKey } from '../../return/draft.ts'
import {
  type Answer,
  afterAnswer,
  countOf,
  inOrder,
  nextToSend,
  type Queue,
  released,
  type Unsent,
} from './queue.ts'
import { drop, keep, readAllKept } from './store.ts'

export type Send<Body> = (unsent: Unsent<Body>) => Promise<Answer>
/** A line that comes and goes does not always say so. */
const AGAIN_MS = 30_000

/** Submissions of this device that the server has not taken. Each is written here before it is sent. */
export function useUnsent<Body>(account: string, send: Send<Body>) {
  const [queue, setQueue] = useState<Queue<Body>>([])
  const sending = useRef(false)
  const askedAgain = useRef(false)
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })

  const flush = useCallback(async () => {
    askedAgain.current = true
    if (sending.current) return
    sending.current = true
    try {
      const tried = new Set<string>()
      while (askedAgain.current) {
        askedAgain.current = false
        const all = await readAllKept<Unsent<Body>>('unsent')
        setQueue(all)
        const one = nextToSend(all, account, tried)
        if (!one) continue
        tried.add(one.key)
        const answer = await latest.current(one).catch((): Answer => ({ kind: 'offline' }))
        const after = afterAnswer([one], one.key, answer)[0]
        await (after ? keep('unsent', one.key, after) : drop('unsent', one.key))
        setQueue(await readAllKept('unsent'))
        if (answer.kind === 'offline') return
        askedAgain.current = true
      }
    } finally {
      sending.current = false
    }
  }, [account])

  useEffect(() => {
    void flush()
    const again = () => void flush()
    const timer = setInterval(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [flush])

  const submit = async (of: { unit: string; period: string }, body: Body): Promise<string> => {
    const key = submissionKey()
    const unsent: Unsent<Body> = { key, account, ...of, body, at: new Date().toISOString(), tries: 0 }
    await keep('unsent', key, unsent)
    await flush()
    return key
  }
  const decide = async (key: string, how: 'again' | 'drop') => {
    const one = queue.find(unsent => unsent.key === key)
    if (!one) return
    await (how === 'drop' ? drop('unsent', key) : keep('unsent', key, released([one], key)[0]))
    await flush()
  }
  const own = inOrder(queue).filter(one => one.account === account)
  return { submit, decide, flush, unsent: own, ...countOf(queue, account) }
}
