import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const COPY_IN = /^copy .* from stdin$/
const PIECE = 65_536

/**
 * Lets a connection take `copy … from stdin` as a statement whose one parameter gives the lines, so that rows can be
 * copied inside a transaction of the query builder, which knows statements only.
 */
export function teachCopy(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const copyIn = async (text: string, lines: Iterable<string>) => {
    await pipeline(Readable.from(pieces(lines)), client.query(copyFrom(text)))
    return { command: 'COPY', rowCount: null, rows: [] }
  }
  Object.assign(client, {
    query: (...given: unknown[]) => {
      const [text, values] = given
      if (typeof text !== 'string' || !COPY_IN.test(text)) return query(...given)
      return copyIn(text, (values as [Iterable<string>])[0])
    },
  })
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

/** One line of `copy`'s text format. */
export function copyLine(row: object, columns: readonly string[]): string {
  let line = ''
  for (const column of columns) {
    if (line) line += '\t'
    line += copyValue((row as Readonly<Record<string, unknown>>)[column])
  }
  return `${line}\n`
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (Array.isArray(value)) return escaped(`{${value.map(arrayItem).join(',')}}`)
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return String(value)
}

const arrayItem = (item: unknown) => `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replace(SPECIAL, found => ESCAPES[found] ?? found)
