/** Live pictures are made before past ones, of each kind one at a time: a past one that has begun waits meanwhile. */
export class Making {
  #lastLive: Promise<unknown> = Promise.resolve()
  #lastPast: Promise<unknown> = Promise.resolve()
  #live = 0

  live(work: () => Promise<void>): Promise<void> {
    this.#live++
    const mine = this.#lastLive.then(work).finally(() => {
      this.#live--
    })
    this.#lastLive = mine.catch(() => undefined)
    return mine
  }

  /** `work` has to call `giveWay` between its parts. */
  past(work: () => Promise<void>): Promise<void> {
    const mine = this.#lastPast.then(() => this.giveWay()).then(work)
    this.#lastPast = mine.catch(() => undefined)
    return mine
  }

  /** Waits until no live picture is being made. */
  async giveWay(): Promise<void> {
    while (this.#live > 0) await this.#lastLive
  }
}
