import { describe, expect, test } from 'vitest'
import { faults, list } from './testing.ts'

describe('half by June', () => {
  const quarters = (...weights: number[]) =>
    faults({ lists: [list('l', `curve: { kind: quarters, weights: [${weights.join(', ')}] }`)] })
  test.each([
    [[10, 39, 30, 21], ['curve.half-year l']],
    [[10, 40, 30, 20], []],
    [[10, 41, 30, 19], []],
    [[155, 1050, 2295, 2200], ['curve.half-year l']],
  ])('%j', (weights, found) => expect(quarters(...weights)).toEqual(found))
  test.each([
    [7, ['curve.half-year l']],
    [8, []],
  ])('five months of 8 and one of %i, of 96', (june, found) => {
    const weights = [8, 8, 8, 8, 8, june, 8, 8, 8, 8, 8, 8]
    expect(
      faults({ lists: [list('l', `curve: { kind: months, weights: [${weights.join(', ')}] }`)] }),
    ).toEqual(found)
  })
  test('even months are half by June', () =>
    expect(faults({ lists: [list('l', 'curve: { kind: linear }')] })).toEqual([]))
  test.each([
    ['49.9%', ['curve.half-year l']],
    ['50%', []],
    ['60%', []],
  ])('a curve that stands at %s by June', (share, found) =>
    expect(
      faults({
        lists: [list('l', `curve: { kind: cumulative, months: { "6": ${share}, "12": 120% } }`)],
      }),
    ).toEqual(found),
  )
  test('no weights, no half', () => expect(quarters(0, 0, 0, 0)).toEqual([]))
})

describe('investment before the first start', () => {
  const found = (first: string, starts: number, nature = 'new') =>
    faults({
      lists: [
        list(
          'l',
          `states: [{ of: planned-starts, where: { nature: [new] }, quarter: ${starts}, value: 10 }, { of: annual-plan, where: { nature: [${nature}] }, quarter: 1, value: ${first} }]`,
        ),
      ],
    })
  test.each([
    ['0.01元', 2, ['invest.before-start l']],
    ['0元', 2, []],
    ['0.25亿元', 1, []],
    ['0.25亿元', 3, ['invest.before-start l']],
  ])('%s in the first quarter, starts in quarter %i', (first, starts, expected) =>
    expect(found(first, starts)).toEqual(expected),
  )
  test('continuing projects invest all the time', () => expect(found('1亿元', 2, 'continuing')).toEqual([]))
})
