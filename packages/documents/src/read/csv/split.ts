/**
 * Records of a text without any quote, as the parser would give them: the first end of a line says how lines end, an
 * empty line is a record of one empty cell, and what follows the last end is none. At most `most` records.
 */
export function splitPlain(text: string, delimiter: string, most: number): string[][] {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const records: string[][] = []
  for (let start = 0; start < text.length && records.length < most; ) {
    const found = text.indexOf(end, start)
    const stop = found < 0 ? text.length : found
    records.push(text.slice(start, stop).split(delimiter))
    start = stop + end.length
  }
  return records
}
