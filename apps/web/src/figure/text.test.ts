import { describe, expect, it } from 'vitest'
import { amountText, cutText, grouped, pointsText, rateOrNone, signed } from './text.ts'

const WAN = { unit: '万元', unitEn: '', scale: 1_000_000, decimals: 0 }
const YI = { unit: '亿元', unitEn: '', scale: 10_000_000_000, decimals: 2 }

describe('figures on screen', () => {
  it('group thousands before the point only', () => {
    expect(['0', '999', '1000', '-1234567.5', '12345.67891'].map(grouped)).toEqual([
      '0',
      '999',
      '1,000',
      '-1,234,567.5',
      '12,345.67891',
    ])
  })

  it('show money in its unit, and a missing figure as missing, never as 0', () => {
    expect(amountText(1_234_499_999, WAN)).toBe('1,234')
    expect(amountText(1_234_500_000, WAN)).toBe('1,235')
    expect(amountText(430_000_000_000, YI)).toBe('43.00')
    expect(amountText(0, YI)).toBe('0.00')
    expect(amountText(null, YI)).toBe('—')
  })

  it('print a rate from its fraction; a denominator of 0 has none', () => {
    expect(rateOrNone({ n: 86, d: 95 })).toBe('90.5%')
    expect(rateOrNone({ n: 1, d: 0 })).toBe('—')
    expect(rateOrNone(null)).toBe('—')
  })

  it('give differences in points with a sign', () => {
    expect(pointsText({ n: 430, d: 1154 }, { n: 5, d: 12 })).toBe('−4.4')
    expect(pointsText({ n: 1, d: 2 }, { n: 2, d: 5 })).toBe('+10.0')
    expect(pointsText({ n: 1, d: 2 }, { n: 2, d: 4 })).toBe('0.0')
    expect(pointsText(null, { n: 1, d: 2 })).toBeUndefined()
    expect(pointsText({ n: 1, d: 2 }, { n: 1, d: 0 })).toBeUndefined()
    expect(signed('3')).toBe('+3')
  })

  it('write cuts as the plan does', () => {
    expect(cutText({ n: 65, d: 100 }, 'percent')).toBe('65%')
    expect(cutText({ n: 100, d: 100 }, 'percent')).toBe('100%')
    expect(cutText({ n: 125, d: 1000 }, 'percent')).toBe('12.5%')
    expect(cutText({ n: -20, d: 100 }, 'points')).toBe('-20')
    expect(cutText({ n: 30, d: 1 }, 'days')).toBe('30')
  })
})
