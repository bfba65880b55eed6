import type { Bar } from '@guatu/contract'
import { type Board, boardView, type StandingView } from '@guatu/domain'
import { Json } from '../http/json.ts'

/** Of each view, the board as of so many changes: the first look after another change writes it anew. */
const boards = new WeakMap<StandingView, { readonly changes: number; readonly bytes: Uint8Array }>()

/** A war room as JSON. Without its bar it is the same for all who see the same: written once for each change. */
export function warRoomJson(bar: Bar, view: StandingView, part: boolean): Json {
  const known = boards.get(view)
  const { changes } = view
  const board = known?.changes === changes ? known.bytes : boardBytes(boardView({ view, part }))
  boards.set(view, { changes, bytes: board })
  return new Json(Buffer.concat([bytesOf(`{"bar":${JSON.stringify(bar)},`), board.subarray('{'.length)]))
}

/** Thousands of lines, of which few are others than at the last look; the rest is short. */
export const boardBytes = ({ matrix, late, ...rest }: Board): Uint8Array =>
  Buffer.concat([
    bytesOf(`${JSON.stringify(rest).slice(0, -'}'.length)},"matrix":[`),
    ...inRow(matrix),
    bytesOf('],"late":['),
    ...inRow(late),
    bytesOf(']}'),
  ])

/** Each line with the comma before it. Ends with the line, which the domain makes anew when its part changes. */
const lines = new WeakMap<object, Uint8Array>()

const inRow = (all: readonly object[]): Uint8Array[] =>
  all.map((line, at) => (at === 0 ? bytesOfLine(line).subarray(','.length) : bytesOfLine(line)))

function bytesOfLine(line: object): Uint8Array {
  const known = lines.get(line)
  if (known) return known
  const bytes = bytesOf(`,${JSON.stringify(line)}`)
  lines.set(line, bytes)
  return bytes
}

/** In memory of its own: a small `Buffer` holds on to the 8 kB that it is cut from. */
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
