import { routes } from '@guatu/contract'
import { call } from '../api/client.ts'
import { ApiFault } from '../api/fault.ts'

/** So many go at once: the server reads two at a time. */
const AT_ONCE = 3
const TRIES = 8
const AGAIN_MS = 700

export interface Sending {
  readonly done: number
  readonly all: number
  /** Files that did not arrive: no network, or too large. */
  readonly failed: readonly { readonly name: string; readonly zh: string; readonly en: string }[]
}

/** Sends files one after another, some at once, and tells how many have arrived. One that fails keeps none back. */
export async function sendAll(
  id: string,
  files: readonly File[],
  tell: (sending: Sending) => void,
  signal: AbortSignal,
): Promise<Sending> {
  const waiting = [...files]
  let sending: Sending = { done: 0, all: files.length, failed: [] }
  tell(sending)
  const worker = async () => {
    for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
      const failed = await sendOne(id, file, signal)
      sending = {
        ...sending,
        done: sending.done + 1,
        failed: failed
          ? [...sending.failed, { name: file.name, zh: failed.zh, en: failed.en }]
          : sending.failed,
      }
      tell(sending)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return sending
}

async function sendOne(id: string, file: File, signal: AbortSignal): Promise<ApiFault | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      await call(routes.addToIntake, { params: { id }, file, signal })
      return undefined
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      if (error.code !== 'server.busy' || tries === TRIES) return error
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS * tries))
    }
  }
}
