/** How far a standing has been made. */
export interface Progress {
  done: number
  total: number
  stage: 'waiting' | 'reading' | 'done'
}

const KEPT = 1_000

/** Under names that the askers chose themselves, each seen by its own person only. */
export class ProgressBoard {
  readonly #known = new Map<string, { readonly person: string; readonly progress: Progress }>()

  set(name: string, person: string, progress: Progress): void {
    this.#known.set(name, { person, progress })
    const oldest = this.#known.keys().next()
    if (this.#known.size > KEPT && !oldest.done) this.#known.delete(oldest.value)
  }

  get(name: string, person: string): Progress {
    const known = this.#known.get(name)
    return known?.person === person ? known.progress : { done: 0, total: 0, stage: 'waiting' }
  }
}
