import type pg from 'pg'

/** Takes the bytes of one row, which are its own only until it returns. */
export type TakeRow = (row: Buffer) => void

/** Runs `copy … to stdout` and hands over each row as it comes. Rejects with what PostgreSQL or `take` says. */
export function copyOut(client: pg.PoolClient, text: string, take: TakeRow): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(text, take, failed => (failed === undefined ? resolve() : reject(failed))))
  })
}

/** What `pg` calls of a query. */
class CopyOut implements pg.Submittable {
  readonly #text: string
  readonly #take: TakeRow
  readonly #end: (failed?: unknown) => void
  #failed: unknown

  constructor(text: string, take: TakeRow, end: (failed?: unknown) => void) {
    this.#text = text
    this.#take = take
    this.#end = end
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text)
  }

  /** Thrown from here it would end the process: the rest is let by, and it is told at the end. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#failed !== undefined) return
    try {
      this.#take(chunk)
    } catch (error) {
      this.#failed = error
    }
  }

  handleError(error: unknown): void {
    this.#end(error)
  }

  handleReadyForQuery(): void {
    this.#end(this.#failed)
  }

  handleCommandComplete(): void {}
}
