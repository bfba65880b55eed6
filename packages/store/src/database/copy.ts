const PIECE = 65_536

/** Lines put together to pieces worth sending. */
export function* pieces(lines: Iterable<string>): Generator<string> {
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
