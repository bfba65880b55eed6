import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '@guatu/kernel'
import { type ReadFault, readFault } from './faults.ts'
import type { Sheet, Workbook } from './grid.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import type { Mapping } from './recognise/mapping.ts'
import type { ClassifiedFault, FieldSpec, Finding, RecognisedRow, Recognition } from './recognise/model.ts'

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
  readonly recognise?: {
    readonly fields: readonly FieldSpec[]
    readonly mapping: Mapping
    readonly indicators?: readonly FieldSpec[]
  }
}

export interface SheetHead {
  readonly name: string
  readonly rows: number
  readonly hidden?: true
}

/** A file as its preview needs it: the sheets to choose from, and what the chosen one says. */
export interface RecognisedFile {
  readonly format: Workbook['format']
  readonly encoding?: Workbook['encoding']
  readonly sheets: readonly SheetHead[]
  readonly recognition: Recognition
}

/**
 * What the thread says: a head without its long lists, then these in portions, each asked for, so that taking
 * them never holds up the server.
 */
export type WorkerMessage =
  | { readonly kind: 'fault'; readonly fault: ReadFault | ClassifiedFault }
  | { readonly kind: 'head'; readonly head: unknown }
  | { readonly kind: 'portion'; readonly list: number; readonly items: readonly unknown[] }
  | { readonly kind: 'end' }

/** `readWorkbook` in a thread of its own, with an end to its time and memory: file.too-slow, file.too-heavy. */
export async function readWorkbookGuarded(
  bytes: Uint8Array,
  fileName: string,
  options: GuardOptions,
): Promise<Result<Workbook, ReadFault>> {
  const answer = await runThread(bytes, fileName, options)
  if (!answer.ok) return err(answer.error as ReadFault)
  const { head, lists } = answer.value
  const workbook = head as Workbook
  const sheets = workbook.sheets.map((sheet, i) => ({ ...sheet, rows: (lists[i] ?? []) as Sheet['rows'] }))
  return ok({ ...workbook, sheets })
}

/**
 * Reads, picks the sheet and recognises it, all in the thread and within its time. A mark of secrecy in any
 * sheet refuses the file.
 */
export async function recogniseGuarded(
  bytes: Uint8Array,
  fileName: string,
  options: GuardOptions & {
    readonly fields: readonly FieldSpec[]
    readonly mapping?: Mapping
    /** Columns of a table of periods; every column as it stands where absent. */
    readonly indicators?: readonly FieldSpec[]
  },
): Promise<Result<RecognisedFile, ReadFault | ClassifiedFault>> {
  const { fields, mapping = {}, indicators, ...guard } = options
  const answer = await runThread(bytes, fileName, guard, {
    fields,
    mapping,
    ...(indicators ? { indicators } : {}),
  })
  if (!answer.ok) return answer
  const file = answer.value.head as RecognisedFile
  const [rows = [], findings = []] = answer.value.lists as [RecognisedRow[]?, Finding[]?]
  return ok({ ...file, recognition: { ...file.recognition, rows, findings } })
}

interface Gathered {
  head: unknown
  readonly lists: unknown[][]
}

function runThread(
  bytes: Uint8Array,
  fileName: string,
  { workerUrl, timeoutMs = 5_000, memoryMb = 512, limits = READ_LIMITS }: GuardOptions,
  recognise?: ReadTask['recognise'],
): Promise<Result<Gathered, ReadFault | ClassifiedFault>> {
  if (bytes.length > limits.bytes)
    return Promise.resolve(err(readFault('file.too-large', { limit: limits.bytes, found: bytes.length })))
  const task: ReadTask = { bytes, fileName, limits, ...(recognise ? { recognise } : {}) }
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
    const gathered: Gathered = { head: undefined, lists: [] }
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'fault') return refuse(message.fault)
      if (message.kind === 'end') return settle(() => resolve(ok(gathered)))
      if (message.kind === 'head') gathered.head = message.head
      else {
        gathered.lists[message.list] ??= []
        gathered.lists[message.list]?.push(...message.items)
      }
      setImmediate(() => worker.postMessage('next'))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse(readFault('file.too-heavy', { limit: memoryMb }))
      else settle(() => reject(error))
    })
    worker.on('exit', code => settle(() => reject(new Error(`reading thread ended with ${code}`))))
  })
}
