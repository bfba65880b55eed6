import { describe, expect, it } from 'vitest'
import { placeSignature } from './closing.ts'
import { page } from './gbt9704.ts'
import { fitIssuerMark } from './head.ts'
import { columnWidths } from './table.ts'

describe('signature without a seal, clause 7.3.5.2', () => {
  it('leaves two places and begins the date two to the right', () => {
    // 9 places: the signature spans 11 to 2 from the right, the date begins at 9
    expect(placeSignature('示范县发展和改革局', '2020年5月31日')).toEqual({ signature: 2, date: 2.5 })
  })

  it('moves the signature left for a longer date', () => {
    const { signature, date } = placeSignature('县发改局', '2020年5月31日')
    expect(date).toBe(2)
    expect(signature + 4 - 2).toBe(date + 6.5)
  })

  it('lets a date as long as the signature overhang it by two', () => {
    expect(placeSignature('甲乙丙丁戊己', '2020年5月1日')).toEqual({ signature: 2, date: 0 })
  })
})

describe('the red mark', () => {
  const width = (text: string) => {
    const { size, scale } = fitIssuerMark(text)
    return ([...text].length * size * scale) / 100
  }
  it.each([1, 10, 11, 17, 18, 30])('of %d characters stays inside the type area', n => {
    expect(width('局'.repeat(n))).toBeLessThanOrEqual(page.textWidth / 20)
  })
  it('is not narrowed while it fits', () => {
    expect(fitIssuerMark('局'.repeat(10))).toEqual({ size: 42, scale: 100 })
    expect(fitIssuerMark('局'.repeat(11)).scale).toBeLessThan(100)
  })
})

describe('columns', () => {
  it('share the text width to the twip', () => {
    const column = { title: '', align: 'left', width: 1 } as const
    const widths = columnWidths([column, column, { ...column, width: 5 }])
    expect(widths).toEqual([1263, 1264, 6317])
  })
})
