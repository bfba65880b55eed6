/** Work done one at a time: whoever asks while it is being done shares the next time, which sees all that came before. */
export class Turn {
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined

  join(work: () => Promise<void>): Promise<void> {
    if (this.#next) return this.#next
    if (!this.#running) return this.#start(work)
    const after = () => {
      this.#next = undefined
      return this.#running ? this.join(work) : this.#start(work)
    }
    this.#next = this.#running.then(after, after)
    return this.#next
  }

  #start(work: () => Promise<void>): Promise<void> {
    const running = work().finally(() => {
      this.#running = undefined
    })
    this.#running = running
    return running
  }
}
