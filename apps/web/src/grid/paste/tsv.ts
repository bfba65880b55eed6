import type { Block } from './block.ts'

/** Text of the clipboard: tabs between cells; a cell with a tab, a line end or a quote in it stands in quotes. */
export function readTsv(text: string): Block {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
    const end = quoted?.end ?? endOfCell(text, at)
    rows.at(-1)?.push(quoted?.text ?? text.slice(at, end))
    if (end >= text.length) break
    if (text[end] === '\t') at = end + 1
    else {
      at = end + (text.startsWith('\r\n', end) ? 2 : 1)
      // The last line ends like the others and begins no row.
      if (at >= text.length) break
      rows.push([])
    }
  }
  return { rows: rows.map(row => row.map(cell => ({ text: cell.trim() }))), hiddenRows: 0, hiddenColumns: 0 }
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 9 || code === 10 || code === 13) return at
  }
  return text.length
}

/** Undefined where the quote is never closed before the cell ends: then it belongs to the text. */
function quotedCell(text: string, from: number): { text: string; end: number } | undefined {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    if (text[quote + 1] !== '"') {
      const end = quote + 1
      if (end < text.length && !'\t\n\r'.includes(text[end] ?? '')) return undefined
      return { text: text.slice(from + 1, quote).replaceAll('""', '"'), end }
    }
    at = quote + 2
  }
}
