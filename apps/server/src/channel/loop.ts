import { jurisdictions } from '@guatu/store'
import type { App } from '../app.ts'
import { drain } from './drain.ts'

const EVERY_MS = 5_000
const TIMEOUT_MS = 15_000

/** Sends in the background while the server runs: no request waits for a message to go out. */
export class PostRoom {
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> | undefined
  #ended = false

  constructor(
    private readonly app: App,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => {
      this.#round = this.#all().finally(() => this.start())
    }, EVERY_MS)
    this.#timer.unref()
  }

  /** When the round under way is over. */
  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    await this.#round
  }

  async #all(): Promise<void> {
    const { app } = this
    try {
      for (const jurisdiction of await jurisdictions(app.database)) {
        if (this.#ended) return
        await drain({ ...app, now: () => app.now(), timeoutMs: TIMEOUT_MS }, jurisdiction)
      }
    } catch (error) {
      this.onError(error)
    }
  }
}
