import { jurisdictions } from '@guatu/store'
import type { App } from '../app.ts'
import { Rounds } from '../rounds.ts'
import { drain } from './drain.ts'

const EVERY_MS = 5_000
const TIMEOUT_MS = 15_000

/** Sends in the background while the server runs: no request waits for a message to go out. */
export class PostRoom extends Rounds {
  constructor(
    private readonly app: App,
    onError: (error: unknown) => void,
  ) {
    super(EVERY_MS, onError)
  }

  async round(): Promise<void> {
    const { app } = this
    for (const jurisdiction of await jurisdictions(app.database)) {
      if (this.ended) return
      await drain({ ...app, now: () => app.now(), timeoutMs: TIMEOUT_MS }, jurisdiction)
    }
  }
}
