import {
  type ClassifiedFault,
  type FieldSpec,
  type Mapping,
  type OpenedFile,
  openGuarded,
  READ_LIMITS,
  type ReadFault,
  type Recognition,
  readWorkbookGuarded,
  recogniseGuarded,
  type TableRequest,
  type Workbook,
} from '@guatu/documents'
import { canonicalJson, isStorable, ok, type Result } from '@guatu/kernel'
import { sha256 } from '@guatu/store'
import type { UploadedFile } from '../http/call.ts'
import { Turns } from '../turns.ts'

const KEPT = 8
const LIMITS = { ...READ_LIMITS, rows: 100_001, cells: 1_500_000 }
/** Long files are taken again rather than kept: rows of all kept answers together. */
const ROWS_KEPT = 40_000
const MB = 1024 * 1024

/** Time and memory by the size of the file: a small one that takes long is not what it seems. */
const boundsOf = (bytes: Uint8Array) => ({
  timeoutMs: 5_000 + Math.ceil(bytes.length / MB) * 4_000,
  memoryMb: bytes.length > 2 * MB ? 1_024 : 512,
})

export type Unread = ReadFault | ClassifiedFault | 'busy'

/**
 * Reads uploaded files in threads of their own, two at once; up to eight more wait, beyond that the answer is `busy`.
 * The last few answers are kept by the hash of what was asked: deciding about a file does not read it anew each time.
 */
export class FileReader {
  readonly #workerUrl: URL
  readonly #turns = new Turns({ atOnce: 2, waiting: 8 })
  readonly #kept = new Map<string, unknown>()

  constructor(workerUrl: URL) {
    this.#workerUrl = workerUrl
  }

  cells({ bytes, name }: UploadedFile, limits = LIMITS): Promise<Result<Workbook, Unread>> {
    return this.#once(canonicalJson([sha256(bytes), name, limits]), async () => {
      const read = await readWorkbookGuarded(bytes, name, this.#guard(bytes, limits))
      return read.ok ? storable(read.value) : read
    })
  }

  async recognise(
    { bytes, name }: UploadedFile,
    fields: readonly FieldSpec[],
    mapping: Mapping,
    indicators?: readonly FieldSpec[],
  ): Promise<Result<Recognition, Unread>> {
    const key = canonicalJson([sha256(bytes), name, fields, mapping, indicators ?? null])
    const options = { fields, mapping, indicators, ...this.#guard(bytes) }
    const file = await this.#once(key, () => recogniseGuarded(bytes, name, options))
    return file.ok ? ok(file.value.recognition) : file
  }

  /** All that an import asks of a file, in one reading. */
  open({ bytes, name }: UploadedFile, table: TableRequest): Promise<Result<OpenedFile, Unread>> {
    const key = canonicalJson([sha256(bytes), name, table])
    return this.#once(key, () => openGuarded(bytes, name, table, this.#guard(bytes)))
  }

  #guard(bytes: Uint8Array, limits = LIMITS) {
    return { workerUrl: this.#workerUrl, limits, ...boundsOf(bytes) }
  }

  async #once<T, E>(key: string, read: () => Promise<Result<T, E>>): Promise<Result<T, E | 'busy'>> {
    const known = this.#kept.get(key) as T | undefined
    if (known !== undefined) return ok(known)
    const leave = await this.#turns.enter()
    if (typeof leave === 'string') return { ok: false, error: 'busy' }
    try {
      const answer = await read()
      if (answer.ok) this.#keep(key, answer.value)
      return answer
    } finally {
      leave()
    }
  }

  #keep(key: string, answer: unknown): void {
    this.#kept.set(key, answer)
    while (this.#kept.size > 1 && (this.#kept.size > KEPT || this.#rowsKept() > ROWS_KEPT)) {
      const oldest = this.#kept.keys().next()
      if (!oldest.done) this.#kept.delete(oldest.value)
    }
  }

  #rowsKept(): number {
    return [...this.#kept.values()].reduce<number>((sum, answer) => sum + rowsOf(answer), 0)
  }
}

function rowsOf(answer: unknown): number {
  const { sheets = [], recognition } = answer as {
    readonly sheets?: readonly { readonly rows: readonly unknown[] | number }[]
    readonly recognition?: Recognition
  }
  if (recognition) return recognition.rows.length
  return sheets.reduce((sum, { rows }) => sum + (typeof rows === 'number' ? 0 : rows.length), 0)
}

/** A text that no ledger can keep is told before anything is planned. */
function storable(workbook: Workbook): Result<Workbook, ReadFault> {
  const texts = workbook.sheets.some(({ name, rows }) =>
    [name, ...rows.flatMap(row => row.map(cell => cell?.text ?? ''))].some(text => !isStorable(text)),
  )
  return texts ? { ok: false, error: { code: 'file.unreadable', params: {} } } : ok(workbook)
}
