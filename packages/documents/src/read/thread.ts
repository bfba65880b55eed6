import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '@guatu/kernel'
import { type ReadFault, readFault } from './faults.ts'
import type { CellsByColumn } from './hand-over/cells.ts'
import type { FindingsByColumn } from './hand-over/findings.ts'
import type { RowsByColumn } from './hand-over/rows.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import type { ClassifiedFault } from './recognise/model.ts'
import type { TableRequest } from './recognise/open-table.ts'

export interface GuardOptions {
  /** The built worker entry (`worker.ts` bundled to `read-worker.mjs`). */
  readonly workerUrl: URL
  /** 5,000 unless given. */
  readonly timeoutMs?: number
  /** Heap of the worker in MB, 512 unless given. */
  readonly memoryMb?: number
  readonly limits?: ReadLimits
}

/** What the reading thread is started with. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly limits: ReadLimits
  /** Absent: cells only. */
  readonly table?: TableRequest
  /** Refuses a file with a text that no database keeps. */
  readonly storable: boolean
}

/** Pieces of a long list, so packed that they cross to the other thread at little cost. */
export type Portion =
  | { readonly of: 'cells'; readonly sheet: number; readonly packed: CellsByColumn }
  | { readonly of: 'rows'; readonly packed: RowsByColumn }
  | { readonly of: 'findings'; readonly packed: FindingsByColumn }

/**
 * What the thread says: a head without its long lists, then these in portions, each asked for, so that taking
 * them never holds up the server.
 */
export type WorkerMessage =
  | { readonly kind: 'fault'; readonly fault: ReadFault | ClassifiedFault }
  | { readonly kind: 'head'; readonly head: unknown }
  | ({ readonly kind: 'portion' } & Portion)
  | { readonly kind: 'end' }

/** Runs the task in a thread of its own, with an end to its time and memory; gives the head once all is taken. */
export function runThread(
  asked: Omit<ReadTask, 'limits'>,
  { workerUrl, timeoutMs = 5_000, memoryMb = 512, limits = READ_LIMITS }: GuardOptions,
  take: (portion: Portion) => void,
): Promise<Result<unknown, ReadFault | ClassifiedFault>> {
  const found = asked.bytes.length
  if (found > limits.bytes)
    return Promise.resolve(err(readFault('file.too-large', { limit: limits.bytes, found })))
  const task: ReadTask = { ...asked, limits }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate()
      act()
    }
    const refuse = (fault: ReadFault | ClassifiedFault) => settle(() => resolve(err(fault)))
    const timer = setTimeout(() => refuse(readFault('file.too-slow', { limit: timeoutMs })), timeoutMs)
    let head: unknown
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'fault') return refuse(message.fault)
      if (message.kind === 'end') return settle(() => resolve(ok(head)))
      if (message.kind === 'head') head = message.head
      else take(message)
      setImmediate(() => worker.postMessage('next'))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse(readFault('file.too-heavy', { limit: memoryMb }))
      else settle(() => reject(error))
    })
    worker.on('exit', code => settle(() => reject(new Error(`reading thread ended with ${code}`))))
  })
}
