import { type Block, type BlockCell, EMPTY } from './block.ts'
import { exactText } from './exact.ts'
import { unescaped } from './html-text.ts'

/** A worksheet has no more; what claims more is no worksheet. */
const MOST_SPAN = 2_000

/** The tables of an HTML clipboard as Excel, WPS and browsers write them; undefined where there is none. */
export function readHtml(html: string): Block | undefined {
  const table = new TableReader()
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    if (open !== at) table.text(html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break
    at = html.startsWith('<!--', open) ? after(html, '-->', open) : readTag(html, open, table)
  }
  return table.block()
}

const NAME = /\/?[a-z][\w:]*/iy

/** Where reading goes on behind the tag at `open`. */
function readTag(html: string, open: number, table: TableReader): number {
  NAME.lastIndex = open + 1
  const [name] = NAME.exec(html) ?? []
  if (name === undefined) {
    table.text('<')
    return open + 1
  }
  const closing = name.startsWith('/')
  const tag = (closing ? name.slice(1) : name).toLowerCase()
  const end = endOfTag(html, open)
  if (tag === 'style' || tag === 'script') return closing ? end : after(html, `</${tag}`, end)
  table.tag(tag, closing, html.slice(open + 1 + name.length, end - 1))
  return end
}

/** A `>` within quotes is part of an attribute. */
function endOfTag(html: string, open: number): number {
  for (let at = open + 1; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === GREATER) return at + 1
    if (code === DOUBLE || code === SINGLE) {
      const closed = html.indexOf(code === DOUBLE ? '"' : "'", at + 1)
      if (closed < 0) return after(html, '>', at)
      at = closed
    }
  }
  return html.length
}

const GREATER = 62
const DOUBLE = 34
const SINGLE = 39

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

interface Reached {
  readonly cell: BlockCell
  /** Rows that it still covers below this one. */
  readonly below: number
}

class TableReader {
  private readonly rows: BlockCell[][] = []
  private readonly hiddenRows = new Set<number>()
  private readonly hiddenColumns = new Set<number>()
  private reached = new Map<number, Reached>()
  private declared = 0
  private depth = 0
  private open: { attributes: string; text: string } | undefined

  tag(name: string, closing: boolean, attributes: string): void {
    if (name === 'table') this.table(closing)
    else if (this.depth !== 1) {
      if (closing && (name === 'td' || name === 'th' || name === 'tr')) this.text(' ')
    } else if (name === 'col' && !closing) this.column(attributes)
    else if (name === 'tr') {
      this.closeCell()
      if (!closing) this.row(attributes)
    } else if (name === 'td' || name === 'th') {
      this.closeCell()
      if (!closing) this.open = { attributes, text: '' }
    } else if (name === 'br' || ((name === 'p' || name === 'div') && closing)) this.text('\u2028')
  }

  text(source: string): void {
    if (this.open) this.open.text += source
  }

  block(): Block | undefined {
    this.closeCell()
    if (this.rows.length === 0) return undefined
    const width = this.rows.reduce((most, row) => Math.max(most, row.length), 0)
    const columns = Array.from({ length: width }, (_, at) => at).filter(at => !this.hiddenColumns.has(at))
    return {
      rows: this.rows
        .filter((_, at) => !this.hiddenRows.has(at))
        .map(row => columns.map(at => row[at] ?? EMPTY)),
      hiddenRows: this.hiddenRows.size,
      hiddenColumns: width - columns.length,
    }
  }

  private table(closing: boolean): void {
    if (this.depth === 1 && closing) this.closeCell()
    this.depth = Math.max(0, this.depth + (closing ? -1 : 1))
    if (this.depth !== 1 || closing) return
    this.declared = 0
    this.reached = new Map()
  }

  private column(attributes: string): void {
    const span = spanOf(attributes, 'span')
    if (isHidden(attributes) || /\bwidth\s*=\s*["']?0\b/i.test(attributes))
      for (let at = 0; at < span; at++) this.hiddenColumns.add(this.declared + at)
    this.declared += span
  }

  private row(attributes: string): void {
    const covered = this.reached
    this.reached = new Map()
    const row: BlockCell[] = []
    for (const [column, { cell, below }] of covered) {
      row[column] = { text: cell.text, covered: cell.covered ?? 'down' }
      if (below > 1) this.reached.set(column, { cell, below: below - 1 })
    }
    if (isHidden(attributes) || /\bheight\s*=\s*["']?0\b/i.test(attributes))
      this.hiddenRows.add(this.rows.length)
    this.rows.push(row)
  }

  private closeCell(): void {
    const { open } = this
    const row = this.rows.at(-1)
    this.open = undefined
    if (!open || !row) return
    const { attributes } = open
    const text = exactText(unescaped(open.text), attributes)
    const down = spanOf(attributes, 'rowspan')
    const right = spanOf(attributes, 'colspan')
    let column = 0
    while (row[column]) column++
    if (isHidden(attributes)) this.hiddenColumns.add(column)
    for (let at = 0; at < right; at++) {
      const cell: BlockCell = at > 0 ? { text, covered: 'right' } : down > 1 ? { text, tall: true } : { text }
      row[column + at] = cell
      if (down > 1) this.reached.set(column + at, { cell, below: down - 1 })
    }
  }
}

const isHidden = (attributes: string) =>
  attributes.includes('display') && /\bdisplay\s*:\s*none/i.test(attributes)

function spanOf(attributes: string, name: 'rowspan' | 'colspan' | 'span'): number {
  if (!attributes.includes('span') && !attributes.includes('SPAN')) return 1
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)
  return Math.max(1, Math.min(Number(found?.[1] ?? 1), MOST_SPAN))
}
