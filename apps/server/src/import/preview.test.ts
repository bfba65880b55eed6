import type { RecognisedRow } from '@guatu/documents'
import { expect, test } from 'vitest'
import { rowsToShow } from './preview.ts'

const rows = Array.from({ length: 10 }, (_, i): RecognisedRow => ({ row: i + 1, kind: 'data', values: {} }))
const asking =
  (...numbers: number[]) =>
  (row: number) =>
    numbers.includes(row)
const shown = (most: number, asked: (row: number) => boolean) =>
  rowsToShow(rows, most, asked).map(one => one.row)

test.each([
  ['all of a short file', 10, asking(9), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['those that ask, then the first of the others, in order', 4, asking(9, 3), [1, 2, 3, 9]],
  ['no more than the page takes, even where all ask', 2, asking(4, 5, 6), [4, 5]],
])('%s', (_, most, asked, expected) => expect(shown(most, asked)).toEqual(expected))
