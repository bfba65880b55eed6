import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPlain } from './split.ts'

describe('a text without quotes', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,b\r\n\r\n1', [['a', 'b'], [''], ['1']]],
    ['a\rb', [['a'], ['b']]],
    [',\n', [['', '']]],
  ])('%j', (text, records) => expect(splitPlain(text, ',', 9)).toEqual(records))

  it('gives no more records than asked for', () => {
    expect(splitPlain('1\n2\n3\n', ',', 2)).toEqual([['1'], ['2']])
  })

  it('is split as the parser of quoted texts splits it', () => {
    const text = fc.string({
      unit: fc.constantFrom('项', 'a', ' ', ',', ';', '\n', '\r', '\r\n'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';'), (given, delimiter) => {
        const parsed = parse(given, { delimiter, relax_column_count: true, relax_quotes: true })
        expect(splitPlain(given, delimiter, 100)).toEqual(parsed)
      }),
    )
  })
})
