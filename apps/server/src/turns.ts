/** How many pieces of work go on at once, and how many more may wait; beyond that none is taken. */
export interface TurnLimits {
  readonly atOnce: number
  readonly waiting: number
}

/** Who comes first is served first; whoever leaves gives the place to the next. */
export class Turns {
  readonly #limits: TurnLimits
  readonly #waiting = new Set<() => void>()
  #running = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** A place, by what gives it back; `busy` when too many wait, `stopped` when the one who waits has gone. */
  async enter(signal?: AbortSignal): Promise<(() => void) | 'busy' | 'stopped'> {
    if (signal?.aborted) return 'stopped'
    if (this.#running < this.#limits.atOnce) this.#running += 1
    else if (this.#waiting.size >= this.#limits.waiting) return 'busy'
    else if ((await this.#called(signal)) === 'stopped') return 'stopped'
    let left = false
    return () => {
      if (left) return
      left = true
      this.#leave()
    }
  }

  #called(signal: AbortSignal | undefined): Promise<'called' | 'stopped'> {
    return new Promise(resolve => {
      const gone = () => {
        this.#waiting.delete(call)
        resolve('stopped')
      }
      const call = () => {
        signal?.removeEventListener('abort', gone)
        resolve('called')
      }
      this.#waiting.add(call)
      signal?.addEventListener('abort', gone, { once: true })
    })
  }

  #leave(): void {
    const [next] = this.#waiting
    if (!next) {
      this.#running -= 1
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
