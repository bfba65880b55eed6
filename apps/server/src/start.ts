import type { Database } from '@guatu/store'
import { type Installation, makeApp } from './app.ts'
import { PostRoom } from './channel/loop.ts'
import { Chaser } from './chase/job.ts'
import { type HttpOptions, httpServer } from './http/server.ts'
import { Forgetter } from './notice/forget.ts'
import type { SetupDesk } from './setup/desk.ts'

export interface ServerOptions extends HttpOptions, Installation {
  readonly database: Database
  /** 0 for any free one. */
  readonly port: number
  readonly host?: string
  /** The built reading thread of @guatu/documents. */
  readonly workerUrl: URL
  readonly now?: () => number
  /** False: sends no messages and reminds nobody by itself. For tests, which compare what was written. */
  readonly background?: boolean
  /** Lets whoever has its code set up this installation while it is empty. */
  readonly setup?: SetupDesk
}

export interface RunningServer {
  readonly url: string
  /** Answers what has been asked, then ends; the database stays open. */
  close(): Promise<void>
}

/** Answers on `url`, for jurisdictions whose plans are in the ledger (`loadSchemes`). Rejects with EADDRINUSE when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { database, port, host = '127.0.0.1' } = options
  const app = makeApp(database, options.workerUrl, options.now, options.setup, options)
  const server = await httpServer(app, options)
  const url = await server.listen({ port, host })
  const room = new PostRoom(app, error => server.log.error({ err: error }, 'sending failed'))
  if (options.background !== false) room.start()
  const chaser = new Chaser(app, error => server.log.error({ err: error }, 'chasing failed'))
  if (options.background !== false) chaser.start()
  const forgetter = new Forgetter(database, app.now, error =>
    server.log.error({ err: error }, 'forgetting failed'),
  )
  if (options.background !== false) forgetter.start()
  const close = async () => {
    await server.close()
    await chaser.end()
    await forgetter.end()
    await room.end()
  }
  return { url, close }
}
