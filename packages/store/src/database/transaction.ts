import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Database } from './open.ts'
import type { Tables } from './tables.ts'

const BEGIN = {
  write: 'begin',
  /** All queries see the same moment. */
  snapshot: 'begin isolation level repeatable read',
  read: 'begin isolation level repeatable read, read only',
}

/**
 * One transaction whose `begin` goes in one message with the statements that set who acts in it: beginning and
 * entering one by one would double the round trips of a short request. `enter` holds no parameters. Gives the rows of
 * `enter` to `work`; what `work` throws rolls all of it back.
 */
export function transacted<Row, T>(
  database: Database,
  access: keyof typeof BEGIN,
  enter: string,
  work: (db: Transaction<Tables>, rows: readonly Row[]) => Promise<T>,
): Promise<T> {
  return database.kysely.connection().execute(async db => {
    try {
      const { rows } = await raw<Row>(db, `${BEGIN[access]}; ${enter}`)
      const result = await work(db as Transaction<Tables>, rows)
      await raw(db, 'commit')
      return result
    } catch (error) {
      // The connection may be what broke: then there is nothing left to roll back, and the first failure is told.
      await raw(db, 'rollback').catch(() => undefined)
      throw error
    }
  })
}

/**
 * Statements without parameters in one message: a transaction by themselves, unless they go to one that has begun. Gives
 * the rows of the last that has any.
 */
export const inOneMessage = async <Row>(
  db: Kysely<Tables>,
  statements: readonly string[],
): Promise<readonly Row[]> => (await raw<Row>(db, statements.join('; '))).rows

const raw = <Row>(db: Kysely<Tables>, text: string) => db.executeQuery<Row>(CompiledQuery.raw(text))
