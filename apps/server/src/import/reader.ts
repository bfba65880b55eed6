import { READ_LIMITS, type ReadFault, readWorkbookGuarded, type Workbook } from '@guatu/documents'
import type { Result } from '@guatu/kernel'
import { sha256 } from '@guatu/store'

const AT_ONCE = 2
const WAITING = 8
const KEPT = 4
/** What one preview can show and one person can decide about. */
const LIMITS = { ...READ_LIMITS, rows: 20_000, cells: 400_000 }

/** Reads uploaded files in threads of their own, two at once; up to eight more wait, beyond that the answer is `busy`. */
export class FileReader {
  readonly #workerUrl: URL
  readonly #waiting: (() => void)[] = []
  /** The last few workbooks by the hash of their bytes: deciding about a file does not read it anew each time. */
  readonly #kept = new Map<string, Workbook>()
  #running = 0

  constructor(workerUrl: URL) {
    this.#workerUrl = workerUrl
  }

  async read(bytes: Uint8Array, fileName: string): Promise<Result<Workbook, ReadFault | 'busy'>> {
    const key = `${sha256(bytes)} ${fileName}`
    const known = this.#kept.get(key)
    if (known) return { ok: true, value: known }
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= WAITING) return { ok: false, error: 'busy' }
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
    this.#running += 1
    try {
      const read = await readWorkbookGuarded(bytes, fileName, { workerUrl: this.#workerUrl, limits: LIMITS })
      if (read.ok) this.#keep(key, read.value)
      return read
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }

  #keep(key: string, workbook: Workbook): void {
    this.#kept.set(key, workbook)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value)
  }
}
