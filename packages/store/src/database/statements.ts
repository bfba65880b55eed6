import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pieces } from './copy.ts'
import { copyOut, type TakeRow } from './copy-out.ts'

const COPY_IN = /^copy .* from stdin$/
const COPY_OUT = /^copy \([\s\S]*\) to stdout/
/** Tables that live for one transaction: a statement on them never comes again. */
const PASSING = /\bstaged_\d+\b/
const PREPARED = 400

const names = new Map<string, string>()

/** Undefined for statements beyond the first few hundred: each costs memory on every connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= PREPARED || PASSING.test(text)) return known
  const name = `guatu_${names.size}`
  names.set(text, name)
  return name
}

type Query = (given: unknown, values?: readonly unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>

/**
 * Teaches a connection what the query builder does not know: a statement with parameters is prepared once and then
 * only executed; several statements in one text give the rows of the last that has any; and `copy … from stdin` takes
 * its lines as its one parameter, as `copy … to stdout` takes who reads its rows.
 */
export function teachStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as Query
  const copyIn = async (text: string, lines: Iterable<string>) => {
    await pipeline(Readable.from(pieces(lines)), client.query(copyFrom(text)))
    return { command: 'COPY', rowCount: null, rows: [] }
  }
  const copyTo = async (text: string, take: TakeRow) => {
    await copyOut(client, text, take)
    return { command: 'COPY', rowCount: null, rows: [] }
  }
  const ask = async (text: string, values: readonly unknown[]) => {
    if (COPY_IN.test(text)) return copyIn(text, values[0] as Iterable<string>)
    if (COPY_OUT.test(text)) return copyTo(text, values[0] as TakeRow)
    if (values.length > 0) return query({ name: nameOf(text), text, values })
    const answer = await query(text)
    return Array.isArray(answer) ? (answer.findLast(one => one.rows.length > 0) ?? answer.at(-1)) : answer
  }
  Object.assign(client, {
    query: (text: unknown, values?: readonly unknown[]) =>
      typeof text === 'string' && Array.isArray(values) ? ask(text, values) : query(text, values),
  })
}
