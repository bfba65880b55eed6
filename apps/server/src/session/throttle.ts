const FREE_TRIES = 5
const FORGET_AFTER_MS = 15 * 60_000
const LONGEST_WAIT_MS = 5 * 60_000
const REMEMBERED = 10_000

interface Tries {
  wrong: number
  last: number
}

/**
 * Slows guessing down: after five wrong passwords for one account from one address each further try must wait, twice
 * as long each time, up to five minutes. Forgotten after 15 minutes of quiet.
 */
export class Throttle {
  readonly #tries = new Map<string, Tries>()

  /** Seconds still to wait before the next try; 0 when it may be made. */
  wait(key: string, now: number): number {
    const tries = this.#known(key, now)
    if (!tries || tries.wrong < FREE_TRIES) return 0
    const pause = Math.min(1000 * 2 ** (tries.wrong - FREE_TRIES + 1), LONGEST_WAIT_MS)
    return Math.max(0, Math.ceil((tries.last + pause - now) / 1000))
  }

  wrong(key: string, now: number): void {
    const wrong = (this.#known(key, now)?.wrong ?? 0) + 1
    this.#tries.delete(key)
    this.#tries.set(key, { wrong, last: now })
    const oldest = this.#tries.keys().next()
    if (this.#tries.size > REMEMBERED && !oldest.done) this.#tries.delete(oldest.value)
  }

  right(key: string): void {
    this.#tries.delete(key)
  }

  #known(key: string, now: number): Tries | undefined {
    const tries = this.#tries.get(key)
    return tries && now - tries.last < FORGET_AFTER_MS ? tries : undefined
  }
}
