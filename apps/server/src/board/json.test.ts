import type { Board } from '@guatu/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardBytes } from './json.ts'

const line = fc.record({ unit: fc.string({ unit: 'grapheme' }), name: fc.constantFrom('住建局', '𠮷"\\') })
const lines = fc.array(line, { maxLength: 5 })
const rest = fc.record({ todo: fc.jsonValue(), paragraph: fc.string(), total: fc.constant(undefined) })
const read = (board: object): unknown => JSON.parse(Buffer.from(boardBytes(board as Board)).toString())

test('a board of kept lines reads as if it were written whole, whatever lines come, go and move', () => {
  fc.assert(
    fc.property(rest, lines, lines, lines, (others, matrix, late, more) => {
      for (const board of [
        { ...others, matrix, late },
        { ...others, matrix: [...more, ...matrix].reverse(), late: late.slice(1) },
        { ...others, matrix: [], late: matrix },
      ])
        expect(read(board)).toEqual(JSON.parse(JSON.stringify(board)))
    }),
  )
})
