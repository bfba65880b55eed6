import type { Evaluation, Facts, Running } from '@guatu/domain'

/** A jurisdiction judged: what a reader sees at one moment. */
export interface Judged {
  readonly facts: Facts
  readonly running: Running
  readonly evaluation: Evaluation
}

/** The last few judgements. A key names the ledger's seq: nothing kept under it can go stale. */
export class PictureMemo {
  readonly #kept = new Map<string, Judged>()
  readonly #limit: number

  constructor(limit = 32) {
    this.#limit = limit
  }

  async get(key: string, judge: () => Promise<Judged>): Promise<Judged> {
    const judged = this.#kept.get(key) ?? (await judge())
    this.#kept.delete(key)
    this.#kept.set(key, judged)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > this.#limit && !oldest.done) this.#kept.delete(oldest.value)
    return judged
  }
}
