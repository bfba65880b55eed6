import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '@guatu/kernel'
import { type ReadFault, readFault } from './faults.ts'
import type { Cell, Sheet, Workbook } from './grid.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'

export interface GuardOptions {
  /** The built worker entry (`worker.ts` bundled to `read-worker.mjs`). */
  readonly workerUrl: URL
  /** 5,000 unless given. */
  readonly timeoutMs?: number
  /** Heap of the worker in MB, 512 unless given. */
  readonly memoryMb?: number
  readonly limits?: ReadLimits
}

/** What the worker says. Rows come in small portions, each asked for, so that taking them never holds up the server. */
export type WorkerMessage =
  | { readonly kind: 'fault'; readonly fault: ReadFault }
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: Sheet['rows'] }
  | { readonly kind: 'end' }

/** `readWorkbook` in a thread of its own, with an end to its time and memory: file.too-slow, file.too-heavy. */
export function readWorkbookGuarded(
  bytes: Uint8Array,
  fileName: string,
  options: GuardOptions,
): Promise<Result<Workbook, ReadFault>> {
  const { workerUrl, timeoutMs = 5_000, memoryMb = 512, limits = READ_LIMITS } = options
  if (bytes.length > limits.bytes)
    return Promise.resolve(err(readFault('file.too-large', { limit: limits.bytes, found: bytes.length })))
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: { bytes, fileName, limits },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate()
      act()
    }
    const refuse = (fault: ReadFault) => settle(() => resolve(err(fault)))
    const timer = setTimeout(() => refuse(readFault('file.too-slow', { limit: timeoutMs })), timeoutMs)
    const gathered = new Gathered()
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'fault') return refuse(message.fault)
      if (message.kind === 'end') return settle(() => resolve(ok(gathered.workbook())))
      gathered.take(message)
      setImmediate(() => worker.postMessage('next'))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse(readFault('file.too-heavy', { limit: memoryMb }))
      else settle(() => reject(error))
    })
    worker.on('exit', code => settle(() => reject(new Error(`reading thread ended with ${code}`))))
  })
}

class Gathered {
  private head: Workbook | undefined
  private rows: (readonly (Cell | undefined)[])[][] = []

  take(message: Extract<WorkerMessage, { kind: 'workbook' | 'rows' }>): void {
    if (message.kind === 'rows') this.rows[message.sheet]?.push(...message.rows)
    else {
      this.head = message.workbook
      this.rows = message.workbook.sheets.map(() => [])
    }
  }

  workbook(): Workbook {
    if (!this.head) throw new Error('the reading thread ended before its workbook')
    return {
      ...this.head,
      sheets: this.head.sheets.map((sheet, index) => ({ ...sheet, rows: this.rows[index] ?? [] })),
    }
  }
}
