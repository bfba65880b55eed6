import { randomUUID } from 'node:crypto'
import { type Made, type MakeTask, makeApart, type Unmade } from '@guatu/documents'
import { ok, type Result } from '@guatu/kernel'
import type { Failure } from '../http/failure.ts'
import { Turns } from '../turns.ts'

/** Each takes a core and, for a long PDF, more than 1 GB. */
const LIMITS = { atOnce: 2, waiting: 8 }

/** Makes the bytes of documents in processes of their own, so that nobody else waits for them. */
export class Press {
  readonly #makerUrl: URL
  readonly #turns = new Turns(LIMITS)

  constructor(makerUrl: URL) {
    this.#makerUrl = makerUrl
  }

  /** `signal`: of who asked; when it has gone, the process is ended and what it had is thrown away. */
  async make(task: MakeTask, signal: AbortSignal): Promise<Result<Made, Failure>> {
    const leave = await this.#turns.enter(signal)
    if (leave === 'busy') return { ok: false, error: { code: 'server.busy' } }
    if (leave === 'stopped') return { ok: false, error: failureOf({ why: 'stopped' }) }
    try {
      const made = await makeApart(task, { makerUrl: this.#makerUrl, signal })
      return made.ok ? ok(made.value) : { ok: false, error: failureOf(made.error) }
    } finally {
      leave()
    }
  }
}

export function failureOf(unmade: Unmade): Failure {
  switch (unmade.why) {
    case 'too-slow':
      return { code: 'document.too-slow', params: { seconds: unmade.limit } }
    case 'too-heavy':
      return { code: 'document.too-heavy', params: { megabytes: unmade.limit } }
    case 'stopped':
      return { code: 'document.stopped' }
    case 'broken':
      return { code: 'document.not-made', params: { id: randomUUID().slice(0, 8) }, cause: unmade.cause }
  }
}
