import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '@guatu/kernel'
import { MAKE_LIMITS, type MakeLimits } from './limits.ts'
import type { Made, MakeTask } from './make.ts'

/** Why nothing was made. `limit`: in seconds, in MB. */
export type Unmade =
  | { readonly why: 'too-slow' | 'too-heavy'; readonly limit: number }
  | { readonly why: 'stopped' }
  /** A bug of ours or a broken installation; `cause` is for the log. */
  | { readonly why: 'broken'; readonly cause: Error }

export interface MakeOptions {
  /** The built entry of the process (`worker.ts` bundled to `write-worker.mjs`). */
  readonly makerUrl: URL
  readonly limits?: MakeLimits
  /** Ends the process when nobody waits for it any more. */
  readonly signal?: AbortSignal
}

/** What the process is sent. */
export interface MakeOrder {
  readonly task: MakeTask
  readonly memoryMb: number
}

/** What the process says, once. */
export type MakeMessage =
  | { readonly made: Made }
  | { readonly broken: { readonly message: string; readonly stack?: string } }

/** How the process ends itself when it has outgrown its memory; else it is ended by SIGKILL. */
export const OUTGROWN = 'SIGTERM'
const STDERR_KEPT = 4_000

/**
 * `make` in a process of its own, with an end to its time and memory. Not in a thread: Typst sets a page in one native
 * call, which no thread can be called back from, and its memory would stay with the server.
 */
export function makeApart(
  task: MakeTask,
  { makerUrl, limits = MAKE_LIMITS, signal }: MakeOptions,
): Promise<Result<Made, Unmade>> {
  if (signal?.aborted) return Promise.resolve(err({ why: 'stopped' }))
  const { seconds, memoryMb } = limits
  return new Promise(resolve => {
    const maker = fork(fileURLToPath(makerUrl), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memoryMb}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const settle = (answer: Result<Made, Unmade>) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      maker.removeAllListeners()
      maker.on('error', () => {})
      maker.kill('SIGKILL')
      resolve(answer)
    }
    const stop = () => settle(err({ why: 'stopped' }))
    const timer = setTimeout(() => settle(err({ why: 'too-slow', limit: seconds })), seconds * 1_000)
    signal?.addEventListener('abort', stop)
    const said = lastSaid(maker)
    maker.on('message', (message: MakeMessage) =>
      settle('made' in message ? ok(message.made) : err({ why: 'broken', cause: thrown(message.broken) })),
    )
    maker.on('error', cause => settle(err({ why: 'broken', cause })))
    maker.on('close', (code, by) => {
      if (by === OUTGROWN || by === 'SIGKILL' || said().includes('heap out of memory'))
        return settle(err({ why: 'too-heavy', limit: memoryMb }))
      const cause = new Error(`the making process ended with ${by ?? code}: ${said()}`)
      settle(err({ why: 'broken', cause }))
    })
    const order: MakeOrder = { task, memoryMb }
    // A process that is gone by then tells why by its end.
    maker.send(order, () => {})
  })
}

function lastSaid(maker: ChildProcess): () => string {
  let said = ''
  maker.stderr?.on('data', text => {
    said = (said + text).slice(-STDERR_KEPT)
  })
  return () => said
}

const thrown = ({ message, stack }: { readonly message: string; readonly stack?: string }) =>
  Object.assign(new Error(message), { stack })
