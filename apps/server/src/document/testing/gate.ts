import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Held {
  /** The format that is about to be made. */
  readonly what: string
  readonly pid: number
  open(): void
  /** The process ends without an answer. */
  fail(): void
  /** The process is no more. */
  readonly gone: Promise<unknown>
}

/** Holds each making process (`gated-maker.ts`) until the test lets it go on. */
export class Gate {
  readonly #came: Held[] = []
  readonly #asked: ((held: Held) => void)[] = []

  static async open(): Promise<Gate> {
    const gate = new Gate()
    const server = createServer(({ url = '' }, answer) => gate.#arrived(url, answer))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    process.env.GUATU_TEST_GATE = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    afterAll(() => {
      delete process.env.GUATU_TEST_GATE
      server.close()
    })
    return gate
  }

  /** The next process that comes to the gate. */
  next(): Promise<Held> {
    const came = this.#came.shift()
    return came ? Promise.resolve(came) : new Promise(resolve => this.#asked.push(resolve))
  }

  async pass(): Promise<string> {
    const held = await this.next()
    held.open()
    return held.what
  }

  #arrived(url: string, answer: ServerResponse): void {
    const [, what = '', pid = ''] = url.split('/')
    const end = (status: number) => () => void answer.writeHead(status).end()
    const gone = new Promise(resolve => answer.once('close', resolve))
    const held = { what, pid: Number(pid), open: end(200), fail: end(500), gone }
    const asker = this.#asked.shift()
    if (asker) asker(held)
    else this.#came.push(held)
  }
}
