import { describe, expect, it } from 'vitest'
import { room, tiles } from '../../test/fixtures/board.ts'
import { bulletShape } from './bullet.ts'
import { lastPoint, nowMonth } from './curve.ts'
import { byRedShare, countOf } from './matrix.ts'
import { differenceText, figuresBehind, fractionText, standing, yardstick } from './tile-text.ts'

const YI = { unit: '亿元', unitEn: '', scale: 10_000_000_000, decimals: 2 }
const tile = (target: string) => {
  const found = tiles.find(one => one.target === target)
  const part = found?.parts[0]
  if (!found || !part) throw new Error(target)
  return { found, part }
}

describe('tiles', () => {
  it('compare with the plan to date first, then with the floor', () => {
    expect(yardstick(tile('province').part)?.against).toBe('to-date')
    expect(yardstick(tile('start').part)?.against).toBe('floor')
  })

  it('give the difference in the unit of the value', () => {
    const { part } = tile('province')
    expect(differenceText(part, yardstick(part)?.rate ?? { n: 0, d: 1 }, YI)).toBe('−4.99')
    expect(differenceText(tile('start').part, { n: 85, d: 100 }, YI)).toBe('−7.2')
    expect(differenceText(tile('quarter').part, { n: 1, d: 1 }, YI)).toBeUndefined()
  })

  it('print n/d as counts or as money, and none for a figure that a unit gave whole', () => {
    expect(fractionText(tile('start').part, YI, '亿元')).toBe('21/27')
    expect(fractionText(tile('key').part, YI, '亿元')).toBe('36.10/57.00 亿元')
    expect(fractionText(tile('fai').part, YI, '亿元')).toBeUndefined()
  })

  it('do not call a target failed before its day', () => {
    expect(['fai', 'province', 'key', 'start', 'quarter'].map(id => standing(tile(id).found))).toEqual([
      'running',
      'behind',
      'on-course',
      'overdue',
      'unreported',
    ])
  })

  it('ask why of each value that a unit gave, and of each nature of a list', () => {
    expect(figuresBehind(tile('fai').found)).toEqual([
      { indicator: 'completion-rate.growth', scope: 'jurisdiction', part: 'growth' },
    ])
    const both = { ...tile('key').found, scope: 'list:a/new+list:a/continuing' }
    expect(figuresBehind(both).map(one => one.scope)).toEqual(['list:a/new', 'list:a/continuing'])
  })

  it('draw every mark on one scale from 0 to the greatest value', () => {
    const { actual, toDate, floor, stretch } = bulletShape(tile('province').part)
    expect(stretch).toBe(1)
    expect(actual).toBeCloseTo(27.31 / 58.4)
    expect((actual ?? 1) < (toDate ?? 0) && (toDate ?? 1) < (floor ?? 0)).toBe(true)
    expect(
      bulletShape({ actual: { n: 1, d: 0 }, toDate: null, floor: null, stretch: null }).actual,
    ).toBeNull()
  })
})

describe('matrix', () => {
  it('puts the greatest share of red on top', () => {
    const shares = byRedShare(room.matrix, 'red').map(({ total }) => countOf(total, 'red') / total.projects)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(shares).toHaveLength(room.matrix.length)
  })
})

describe('curve', () => {
  it('speaks of the last month that somebody reported', () => {
    expect(lastPoint(room.curve)?.month).toBe('2023-07')
    expect(lastPoint({ ...room.curve, months: [] })).toBeUndefined()
    expect(nowMonth('2023-08-10', room.curve)).toBe(7)
    expect(nowMonth('2024-01-10', room.curve)).toBe(-1)
  })
})
