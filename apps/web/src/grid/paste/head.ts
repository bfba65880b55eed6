import {
  type AmountUnit,
  compact,
  DOUBTFUL,
  isFieldName,
  isSerialHead,
  matchFields,
  PROJECT_HEADS,
  readHeader,
  unitInTitle,
} from '@guatu/kernel'
import type { GridColumn } from '../model/cell.ts'
import { type Block, cellAt, widthOf } from './block.ts'

/** What the head of a pasted table says. */
export interface Head {
  /** Rows above the first row of figures. */
  readonly depth: number
  readonly code?: number
  readonly name?: number
  readonly fields: readonly HeadField[]
  readonly others: readonly OtherColumn[]
}

export interface HeadField {
  readonly column: number
  readonly field: string
  readonly unit?: AmountUnit
}

/** A column that is not taken; `perhaps`: the field it is like, `claimed`: which another column has. */
export interface OtherColumn {
  readonly column: number
  readonly header: string
  readonly why: 'unknown' | 'doubtful' | 'claimed' | 'beyond'
  readonly perhaps?: string
}

interface Named {
  readonly id: string
  readonly type: string
  readonly names: readonly string[]
}
const CODE = 'project code'
const NAME = 'project name'
const DEEPEST = 6

/** Undefined where the block has no row of headers. */
export function readHead(block: Block, columns: readonly GridColumn[]): Head | undefined {
  const named: Named[] = [
    { id: CODE, type: 'text', names: PROJECT_HEADS.code },
    { id: NAME, type: 'text', names: PROJECT_HEADS.name },
    ...columns.map(({ id, type, name, nameEn, names = [] }) => ({
      id,
      type,
      names: [name, nameEn, ...names],
    })),
  ]
  const rows = headRows(block, named)
  if (!rows) return undefined
  const unit = Array.from({ length: rows.first }, (_, row) => block.rows[row] ?? [])
    .flat()
    .map(cell => unitInTitle(cell.text))
    .find(found => found !== undefined)
  return claimed(block, rows, named, unit)
}

interface HeadRows {
  readonly first: number
  readonly last: number
}

function headRows(block: Block, named: readonly Named[]): HeadRows | undefined {
  let best = { row: -1, known: 0 }
  for (let row = 0; row < Math.min(DEEPEST, block.rows.length); row++) {
    const texts = (block.rows[row] ?? []).filter(cell => cell.text !== '' && cell.covered !== 'right')
    const known = texts.filter(({ text }) => isFieldName(text, named)).length
    if (known > best.known && (known > 1 || known * 2 >= texts.length)) best = { row, known }
  }
  if (best.row < 0) return undefined
  const covers = (row: number) => (block.rows[row] ?? []).some(cell => cell.covered === 'down')
  let first = best.row
  let last = best.row
  while (first > 0 && covers(first)) first--
  while (last - first < DEEPEST && covers(last + 1) && tallFrom(block, first, last)) last++
  return { first, last }
}

/** A head cell reaches into the row below `last`. */
function tallFrom(block: Block, first: number, last: number): boolean {
  const below = block.rows[last + 1] ?? []
  return below.some((cell, column) => {
    if (cell.covered !== 'down') return false
    for (let row = last; row >= first; row--) {
      const above = cellAt(block, row, column)
      if (above.tall) return true
      if (above.covered !== 'down') return false
    }
    return false
  })
}

function pathOf(block: Block, { first, last }: HeadRows, column: number): string[] {
  const path: string[] = []
  for (let row = first; row <= last; row++) {
    const { text } = cellAt(block, row, column)
    if (text !== '' && text !== path.at(-1)) path.push(text)
  }
  return path
}

function claimed(block: Block, rows: HeadRows, named: readonly Named[], unit: AmountUnit | undefined): Head {
  const wide = Array.from({ length: widthOf(block) }, (_, column) => {
    const path = pathOf(block, rows, column)
    return { column, path, match: path.length > 0 ? matchFields(path, named)[0] : undefined }
  })
  const holder = new Map<string, number>()
  const best = wide.filter(one => (one.match?.confidence ?? 0) >= DOUBTFUL)
  for (const { column, match } of best.sort(
    (a, b) => (b.match?.confidence ?? 0) - (a.match?.confidence ?? 0),
  ))
    if (match && !holder.has(match.field.id)) holder.set(match.field.id, column)
  const fields: HeadField[] = []
  const others: OtherColumn[] = []
  for (const { column, path, match } of wide) {
    const id = match?.field.id
    if (id !== undefined && holder.get(id) === column) {
      const own = [...path]
        .reverse()
        .map(part => readHeader(part).unit)
        .find(found => found)
      if (id !== CODE && id !== NAME) fields.push({ column, field: id, unit: own ?? unit })
      continue
    }
    const header = path.join('/')
    if (isSerialHead(header) || (path.length === 0 && isEmpty(block, rows.last + 1, column))) continue
    const why = !match ? 'unknown' : match.confidence >= DOUBTFUL ? 'claimed' : 'doubtful'
    others.push({
      column,
      header: compactSpaces(header),
      why,
      ...(id && id !== CODE && id !== NAME ? { perhaps: id } : {}),
    })
  }
  return { depth: rows.last + 1, code: holder.get(CODE), name: holder.get(NAME), fields, others }
}

const compactSpaces = (text: string) => (compact(text) === '' ? '' : text.replace(/\s+/g, ' '))

function isEmpty(block: Block, from: number, column: number): boolean {
  for (let row = from; row < block.rows.length; row++)
    if (cellAt(block, row, column).text !== '') return false
  return true
}
