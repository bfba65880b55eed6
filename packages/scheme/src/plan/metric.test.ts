import { describe, expect, test } from 'vitest'
import { faults, floor, list, ratio, reported, stretch, target } from './testing.ts'

const PAID = ratio('paid', 'sum: paid-ytd', 'sum: annual-plan')
const two = (first: string, second: string) =>
  faults({ indicators: [PAID], targets: [target('a', 'paid', first), target('b', 'paid', second)] })
const by = (due: string, value: string) => `due: ${due}, ${floor('value', value)}`
const striven = (due: string, value: string) => `due: ${due}, ${stretch('value', value)}`

describe('one metric in two items', () => {
  test.each([
    [by('09-30', '90%'), by('09-30', '90.1%'), ['metric.two-values a b']],
    [by('09-30', '90%'), by('09-30', '90%'), []],
    [by('09-30', '90%'), striven('09-30', '95%'), []],
    [by('06-30', '90%'), by('09-30', '90%'), ['metric.two-deadlines a b']],
    [by('09-30', '90%'), by('06-30', '90%'), ['metric.two-deadlines b a']],
    [by('06-30', '89.9%'), by('09-30', '90%'), []],
    [by('06-30', '90.1%'), by('09-30', '90%'), ['metric.falls-back a b']],
    [striven('06-30', '100%'), by('09-30', '90%'), ['metric.falls-back a b']],
    [striven('06-30', '90%'), by('09-30', '90%'), []],
    [by('06-30', '90%'), striven('09-30', '90%'), ['metric.two-deadlines a b']],
  ])('%s and %s', (first, second, found) => expect(two(first, second)).toEqual(found))
  test('striving for more sooner in the same clause is what 力争 means', () => {
    const cited = (clause: string) => `, covers: [A-T1], clause: ${clause}, terms: [90%, 100%]`
    const owners = ['- { clause: 一, units: [发改局] }', '- { clause: 二, units: [发改局] }']
    const of = (clause: string) =>
      faults({
        indicators: [PAID],
        owners,
        targets: [
          target('a', 'paid', `${striven('06-30', '100%')}${cited('一')}`),
          target('b', 'paid', `${by('09-30', '90%')}${cited(clause)}`),
        ],
      })
    expect(of('一')).toEqual([])
    expect(of('二')).toEqual(['metric.falls-back a b'])
  })
  test('another list, nature or batch of funds is another metric', () => {
    const of = (second: string) =>
      faults({
        indicators: [PAID],
        lists: [list('other')],
        targets: [
          target(
            'a',
            'paid',
            `scope: { list: key }, ${by('06-30', '90%')}, funds: { source: s, year: 2023 }`,
          ),
          target('b', 'paid', `${second}, ${by('09-30', '80%')}`),
        ],
      }).filter(one => one.startsWith('metric'))
    const FUNDS = 'funds: { source: s, year: 2023 }'
    expect(of(`scope: { list: key }, ${FUNDS}`)).toEqual(['metric.falls-back a b'])
    expect(of(`scope: { list: other }, ${FUNDS}`)).toEqual([])
    expect(of(`scope: { list: key, nature: [new] }, ${FUNDS}`)).toEqual([])
    expect(of('scope: { list: key }, funds: { source: s, year: 2022 }')).toEqual([])
  })
  const quarters = (of: string) => `due: quarter-ends, quarters: { 2023-05-12: ${of} }`
  const quarterly = (of: string, other: string) =>
    faults({
      source: '{ title: 某方案, issued: 2023-01-01, issuer: 某县, issuerEn: A County }',
      indicators: [PAID],
      targets: [target('a', 'paid', quarters(of)), target('b', 'paid', other)],
    })
  test.each([
    ['[1%, 2%, 3%, 4%]', by('12-31', '4%'), []],
    ['[1%, 2%, 3%, 4%]', by('12-31', '4.1%'), ['metric.two-values a b']],
    ['[80%, 100%, 100%, 100%]', by('06-30', '100%'), []],
    ['[80%, 100%, 100%, 100%]', by('09-30', '100%'), ['metric.two-deadlines a b']],
    ['[80%, 100%, 100%, 100%]', by('09-30', '99.9%'), ['metric.falls-back a b']],
  ])('rates of the quarters %s and %s', (of, other, found) => expect(quarterly(of, other)).toEqual(found))
  test('amounts of a quarter stand by themselves', () =>
    expect(
      faults({
        source: '{ title: 某方案, issued: 2023-01-01, issuer: 某县, issuerEn: A County }',
        targets: [
          target('a', 'invest-ytd', quarters('[3亿元, 2亿元, 1亿元, 1亿元]')),
          target('b', 'invest-ytd', by('12-31', '7亿元')),
        ],
      }),
    ).toEqual([]))
})

describe('one figure over two spans', () => {
  const spans = (half: string, year: string, rest = 'variantOf: year') =>
    faults({
      indicators: [reported('half', 'amount: money', rest), reported('year', 'amount: money')],
      targets: [target('h', 'half', floor('amount', half)), target('y', 'year', floor('amount', year))],
    })
  test.each([
    ['79.99亿元', '80亿元', []],
    ['80亿元', '80亿元', ['metric.two-scopes h y']],
    ['80.01亿元', '80亿元', []],
  ])('%s and %s', (half, year, found) => expect(spans(half, year)).toEqual(found))
  test('figures that have nothing to do with each other may be equal', () =>
    expect(spans('80亿元', '80亿元', '')).toEqual([]))
})

describe('lists that may hold the same projects', () => {
  const of = (other: string, overlaps = ', overlaps: [a]', due = 'year-end') =>
    faults({
      indicators: [PAID],
      lists: [list('a'), `- { id: b, name: b, nameEn: b${overlaps} }`],
      targets: [
        target('ta', 'paid', `scope: { list: a }, ${by('year-end', '80%')}`),
        target('tb', 'paid', `scope: { list: b }, ${by(due, other)}`),
      ],
    })
  test.each([
    ['79.9%', ['overlap.two-values ta tb']],
    ['80%', []],
    ['80.1%', ['overlap.two-values ta tb']],
  ])('80 %% and %s', (other, found) => expect(of(other)).toEqual(found))
  test('lists apart, and limits apart, may differ', () => {
    expect(of('70%', '')).toEqual([])
    expect(of('70%', ', overlaps: [a]', '06-30')).toEqual([])
  })
})

describe('a fixed value and a moving one', () => {
  const of = (year: string, list = 'key') =>
    faults({
      indicators: [PAID, reported('average', 'rate: rate')],
      lists: ['- { id: other, name: 其他, nameEn: other }'],
      targets: [
        target('fixed', 'paid', `scope: { list: key }, ${by('06-30', '85%')}`),
        target(
          'moving',
          'paid',
          `scope: { list: ${list} }, ${floor('value', '100%')}, base: { as: ratio, of: { reported: average, value: rate, year: ${year} } }`,
        ),
      ],
    })
  test("this year's figure of others moves", () =>
    expect(of('same')).toEqual(['metric.fixed-and-moving moving fixed']))
  test("last year's stands still", () => expect(of('last')).toEqual([]))
  test('another list is another matter', () => expect(of('same', 'other')).toEqual([]))
})
