import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asHtml, asTsv, rangeTexts } from './copy-out.ts'
import { reduceGrid } from './model/reduce.ts'
import { readClipboard } from './paste/clipboard.ts'
import { changeText, figureText } from './show.ts'
import { gridOf, WAN } from './testing/grid.ts'

describe('what is copied out', () => {
  it('holds plain numbers and stage words', () => {
    const state = reduceGrid(gridOf(), { do: 'all' })
    expect(rangeTexts(state, id => id.toUpperCase()).map(row => row.slice(0, 3))).toEqual([
      ['8000', '', ''],
      ['', '', 'PREPARE'],
      ['', '', ''],
    ])
  })

  it('comes back the same by either way', () => {
    const cell = fc.string({
      unit: fc.constantFrom('项', '1', '"', '\t', '\n', '<', '&', ',', 'a'),
      maxLength: 6,
    })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(table, rows => {
        const plain = rows.map(row =>
          row.map(text =>
            text
              .trim()
              .replace(/[^\S\n]+/g, ' ')
              .replace(/ ?\n ?/g, '\n'),
          ),
        )
        const back = (data: { html: string; text: string }) =>
          readClipboard(data)?.rows.map(row => row.map(one => one.text))
        expect(back({ html: '', text: asTsv(plain) })).toEqual(plain)
        expect(back({ html: asHtml(plain), text: '' })).toEqual(plain)
      }),
    )
  })
})

describe('a figure in its cell', () => {
  it('shows what it is, and how it moved', () => {
    expect(figureText('money', 12_345_678_000, WAN, String)).toBe('12,345.678')
    expect(figureText('money', 0, WAN, String)).toBe('0')
    expect(figureText('stage', 'started', WAN, id => `<${id}>`)).toBe('<started>')
    expect(changeText('money', 8_000_000_000, 7_000_000_000, WAN)).toBe('+1,000')
    expect(changeText('money', 7_000_000_000, 8_000_000_000, WAN)).toBe('−1,000')
    expect(changeText('integer', 3, 3, WAN)).toBe('±0')
    expect(changeText('integer', null, 3, WAN)).toBeUndefined()
  })
})
