import { describe, expect, it } from 'vitest'
import { placeSignature } from './closing.ts'
import { columnWidths } from './columns.ts'
import { page } from './gbt9704.ts'
import { fitIssuerMark } from './head.ts'
import { staysWithNext } from './table.ts'
import { headLines } from './text.ts'

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

describe('the head of a column', () => {
  it.each([
    ['年度计划（万元）', ['年度计划', '（万元）']],
    ['与计划差（百分点）', ['与计划差', '（百分点）']],
    ['项目', ['项目']],
    ['（万元）', ['（万元）']],
    ['甲（乙）丙', ['甲（乙）丙']],
  ])('%s stands in lines %j', (title, lines) => expect(headLines(title)).toEqual(lines))
})

describe('rows', () => {
  const held = (rows: number) =>
    Array.from({ length: rows }, (_, row) => row).filter(row => staysWithNext(row, rows))
  it('of a short table stay together', () => expect(held(6)).toEqual([0, 1, 2, 3, 4]))
  it('of a longer one: the first two, and the total with the row before it', () =>
    expect(held(7)).toEqual([0, 5]))
  it('of one or none are bound to nothing', () => expect([held(0), held(1)]).toEqual([[], []]))
})

describe('columns', () => {
  it('share the text width to the twip', () => {
    const column = { title: '', align: 'left', width: 1 } as const
    const widths = columnWidths([column, column, { ...column, width: 5 }])
    expect(widths).toEqual([1263, 1264, 6317])
  })

  const words = { title: '项目', align: 'left', width: 90 } as const
  const amount = { title: '总投资', align: 'right', width: 10 } as const
  const places = (width: number) => (width - 114) / 210

  it('break no figure in two while words have room to give', () => {
    const [name = 0, figure = 0] = columnWidths([words, amount], page.textWidth, [['甲', '1234567890.00']])
    expect(places(figure)).toBeGreaterThanOrEqual(6.5)
    expect(name + figure).toBe(page.textWidth)
  })

  it('lack alike where nothing fits anyway', () => {
    const figure = '9'.repeat(200)
    const [name = 0, amounts = 0] = columnWidths([words, amount], page.textWidth, [['甲', figure]])
    expect(name + amounts).toBe(page.textWidth)
    expect(amounts).toBeGreaterThan(8 * name)
  })

  it('keep a short head whole', () => {
    const [, figure = 0] = columnWidths([words, { ...amount, title: '与计划差（百分点）', width: 1 }])
    expect(places(figure)).toBeGreaterThanOrEqual(5)
  })
})
