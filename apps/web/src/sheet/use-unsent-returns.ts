import { type Body, routes } from '@guatu/contract'
import { useRef } from 'react'
import { call } from '../api/client.ts'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import type { Answer } from '../grid/draft/queue.ts'
import { useUnsent } from '../grid/draft/use-unsent.ts'
import { useMe } from '../session/me.ts'

export type Submission = Omit<Body<typeof routes.submitReturn>, 'key'>

/** Submissions that wait on this device, sent as soon as the server is reached. */
export function useUnsentReturns() {
  const { account } = useMe()
  const faults = useRef(new Map<string, unknown>())
  const queue = useUnsent<Submission>(account, async ({ key, unit, period, body }) => {
    try {
      await call(routes.submitReturn, { params: { unit, period }, body: { ...body, key } })
    } catch (error) {
      faults.current.set(key, error)
      return answerOf(error)
    }
    faults.current.delete(key)
    await refresh()
    return { kind: 'taken' }
  })
  return { ...queue, faultOf: (key: string) => faults.current.get(key) }
}

/** No answer, a tired server and an ended session are waited out; the rest needs a person. */
export function answerOf(error: unknown): Answer {
  if (!(error instanceof ApiFault) || error.code === NETWORK) return { kind: 'offline' }
  if (error.status >= 500 || error.status === 429 || error.status === 401) return { kind: 'offline' }
  return { kind: error.status === 409 ? 'conflict' : 'refused', code: error.code }
}
