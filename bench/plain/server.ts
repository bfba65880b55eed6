import fastify from 'fastify'
import pg from 'pg'
import { listPage, named, type Search } from './list.ts'
import { insertRows, type PlainRows } from './rows.ts'
import { type PlainReturn, saveReturn } from './save.ts'
import { warRoom } from './war-room.ts'

export interface Reader {
  readonly person: string
  readonly readsAll: boolean
  readonly units: string[]
}

/** The same HTTP server and pool as ours, with statements written by hand behind it. */
export async function startPlain(url: string) {
  for (const oid of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) pg.types.setTypeParser(oid, Number)
  pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const app = fastify()
  const readerOf = async (headers: Record<string, unknown>): Promise<Reader> => {
    const token = String(headers.cookie ?? '').replace('token=', '')
    const { rows } = await pool.query(
      named('select person, reads_all as "readsAll", units from plain.session where token = $1', [token]),
    )
    if (!rows[0]) throw new Error('no session')
    return rows[0]
  }
  app.get('/api/war-room', async ({ headers }) => warRoom(pool, await readerOf(headers)))
  app.get('/api/projects', async ({ headers, query }) =>
    listPage(pool, await readerOf(headers), query as Search),
  )
  app.post('/api/returns', async ({ headers, body }) =>
    saveReturn(pool, await readerOf(headers), body as PlainReturn),
  )
  app.post('/api/rows', async ({ headers, body }) => {
    const { period, rows } = body as { period: string; rows: PlainRows }
    return insertRows(pool, await readerOf(headers), period, rows)
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url: address, close: () => app.close().then(() => pool.end()) }
}
