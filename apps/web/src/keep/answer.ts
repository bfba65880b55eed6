import { ApiFault, NETWORK } from '../api/fault.ts'
import type { Answer, Why } from './queue.ts'

/** Why the server could not answer, or undefined where it said no. */
export function whyOf(error: unknown): Why | undefined {
  if (!(error instanceof ApiFault)) return 'network'
  if (error.status >= 500 || error.status === 429) return 'server'
  if (error.status === 401) return 'session'
  return error.code === NETWORK ? 'network' : undefined
}

/** No answer, a tired server and an ended session are waited out; the rest needs a person. */
export function answerOf(error: unknown): Answer {
  const why = whyOf(error)
  if (why || !(error instanceof ApiFault)) return { kind: 'offline', why }
  const { code, zh, en } = error
  return { kind: error.status === 409 ? 'conflict' : 'refused', code, zh, en }
}
