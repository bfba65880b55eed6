/** Work that comes round in the background while the server runs; a round begins so long after the one before has ended. */
export abstract class Rounds {
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> | undefined
  #ended = false

  /** `onError` hears of a round that failed; the next comes all the same. */
  constructor(
    private readonly everyMs: number,
    protected readonly onError: (error: unknown) => void,
  ) {}

  abstract round(): Promise<void>

  protected get ended(): boolean {
    return this.#ended
  }

  start(): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => {
      this.#round = this.round()
        .catch(this.onError)
        .finally(() => this.start())
    }, this.everyMs)
    this.#timer.unref()
  }

  /** When the round under way is over. */
  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    await this.#round
  }
}
