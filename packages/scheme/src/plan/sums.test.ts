import { describe, expect, test } from 'vitest'
import { faults, floor, list, stretch, target } from './testing.ts'

const amount = (value: string) => floor('value', value)
const one = (rest: string) => faults({ targets: [target('t', 'invest-ytd', rest)] })

describe('a floor and its stretch', () => {
  test.each([
    ['1.01亿元', '1亿元', true],
    ['1亿元', '1亿元', false],
    ['0.99亿元', '1亿元', false],
  ])('%s and %s', (low, high, wrong) =>
    expect(one(`${amount(low)}, ${stretch('value', high)}`)).toEqual(wrong ? ['target.order t'] : []),
  )
  test('values of different names are not compared', () =>
    expect(
      faults({ targets: [target('t', 'fai', `${floor('growth', '9%')}, ${stretch('growth', '9%')}`)] }),
    ).toEqual([]))
})

describe('quarters of a target', () => {
  test.each([
    ['3.99亿元', ['target.quarters-sum t']],
    ['4亿元', []],
    ['4.01亿元', ['target.quarters-sum t']],
  ])('1 + 2 + 3 + %s of 10', (fourth, found) =>
    expect(one(`${amount('10亿元')}, quarters: { 2023-05-12: [1亿元, 2亿元, 3亿元, ${fourth}] }`)).toEqual(
      found,
    ),
  )
  test('without a year there is nothing to sum to', () =>
    expect(one('quarters: { 2023-05-12: [1亿元, 2亿元, 3亿元, 9亿元] }')).toEqual([]))
})

describe('parts of a target', () => {
  const parts = (whole: string, ...of: string[]) =>
    faults({
      targets: [
        target('whole', 'invest-ytd', whole),
        ...of.map((value, at) =>
          target(`p${at}`, 'invest-ytd', `scope: { list: l${at} }, ${amount(value)}, partOf: whole`),
        ),
      ],
      lists: of.map((_, at) => list(`l${at}`)),
    })
  test.each([
    ['6.01亿元', ['target.parts-sum whole p0 p1']],
    ['6亿元', []],
    ['5.99亿元', []],
  ])('4 + %s of 10', (second, found) => expect(parts(amount('10亿元'), '4亿元', second)).toEqual(found))
  test.each([
    ['5.99亿元', 3, []],
    ['6亿元', 3, ['parts.nothing-left whole p0 p1']],
    ['6亿元', 2, []],
  ])('4 + %s of 10 in %i parts', (second, count, found) =>
    expect(parts(`${amount('10亿元')}, partCount: ${count}`, '4亿元', second)).toEqual(found),
  )
})

describe('a part of a part', () => {
  const nested = (inner: string) =>
    faults({
      targets: [
        target('top', 'invest-ytd', amount('9亿元')),
        target('middle', 'invest-ytd', `scope: { list: a }, ${amount('8亿元')}, partOf: top`),
        target('inner', 'invest-ytd', `scope: { list: b }, ${amount(inner)}, partOf: middle`),
      ],
      lists: [list('a'), list('b')],
    })
  test.each([
    ['7.99亿元', ['part.of-part inner middle top']],
    ['8亿元', []],
    ['8.01亿元', ['target.parts-sum middle inner']],
  ])('%s of 8, itself of 9', (inner, found) => expect(nested(inner)).toEqual(found))
})
