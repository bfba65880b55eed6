import { type Kysely, sql } from 'kysely'
import type { ClientBase } from 'pg'

/** The database holds the beginning of a restore: it must not be worked with. */
export class UnfinishedRestore extends Error {
  constructor() {
    super(
      '数据恢复没有完成，库中数据不全，未启动。请重新执行 guatu restore 文件。\n' +
        'A restore did not finish and the data are not whole: nothing was started. Run guatu restore FILE again.',
    )
  }
}

/** Committed before the first row is loaded, taken away with the last: a killed restore is told from an empty database. */
export const markUnfinished = (client: ClientBase) =>
  client.query('create table if not exists unfinished_restore (file text not null)')
export const markFinished = (client: ClientBase) => client.query('drop table unfinished_restore')

/** Throws `UnfinishedRestore`. */
export async function refuseUnfinished<Tables>(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.unfinished_restore') is not null as there`.execute(db)
  if (rows[0]?.there) throw new UnfinishedRestore()
}
