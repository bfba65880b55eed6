import { describe, expect, test } from 'vitest'
import { faults, faultsOf, floor, reported, stretch, target } from './testing.ts'

const WORKS = reported('works', 'growth: rate, amount: money')

describe('the base that floor and stretch imply', () => {
  const of = (amount: string, growth = '18%') =>
    faults({
      indicators: [WORKS],
      targets: [
        target(
          't',
          'works',
          `floor: { 2023-05-12: { growth: 10%, amount: 140亿元 } }, stretch: { 2023-05-12: { growth: ${growth}, amount: ${amount} } }`,
        ),
      ],
    })
  // 140 ± 0.5 over 1.10 ± 0.005 is 126.24 to 128.31; the stretch's own bounds are n ± 0.5 over 1.18 ± 0.005.
  test.each([
    ['147亿元', ['base.disagree t']],
    ['148亿元', []],
    ['150亿元', []],
    ['152亿元', []],
    ['153亿元', ['base.disagree t']],
  ])('10 %% and 140亿元, 18 %% and %s', (amount, found) => expect(of(amount)).toEqual(found))
  test('what is printed finer is held to more', () => {
    expect(of('152亿元', '18%')).toEqual([])
    expect(of('152.0亿元', '18.0%')).toEqual(['base.disagree t'])
  })
  test('all of it gone implies none', () => {
    expect(of('150亿元', '-100%')).toEqual(['target.order t'])
    expect(of('150亿元', '-100.5%')).toEqual(['target.order t'])
  })
  test('growth alone implies no base', () =>
    expect(
      faults({ targets: [target('t', 'fai', `${floor('growth', '10%')}, ${stretch('growth', '90%')}`)] }),
    ).toEqual([]))
  test('both bases are said', () =>
    expect(
      faultsOf({
        indicators: [WORKS],
        targets: [
          target(
            't',
            'works',
            'floor: { 2023-05-12: { growth: 10%, amount: 140亿元 } }, stretch: { 2023-05-12: { growth: 18%, amount: 160亿元 } }',
          ),
        ],
      })[0]?.zh,
    ).toBe('确保倒推的上年基数是127.27亿元，力争倒推的是135.59亿元'))
})

const BASE = 'of: { reported: works, value: amount, year: 2022 }'
const yearly = (rate: string) =>
  target('yearly', 'works', `${floor('amount', rate)}, base: { as: yearly-growth, ${BASE} }`)

describe('growth each year and a total', () => {
  test('agree from one base on only', () => {
    const targets = [yearly('20%'), target('total', 'works', `${stretch('amount', '120亿元')}, over: plan`)]
    const [one] = faultsOf({ indicators: [WORKS], targets })
    expect([one?.code, one?.between.map(({ id }) => id)]).toEqual([
      'base.total-and-growth',
      ['yearly', 'total'],
    ])
    expect(one?.zh).toContain('2022年基数不低于100.00亿元')
  })
  test('a total of another figure, or of one year, is no matter of it', () => {
    const others = [
      target('other', 'rest', `${stretch('amount', '120亿元')}, over: plan`),
      target('year', 'works', stretch('amount', '120亿元')),
    ]
    const indicators = [WORKS, reported('rest', 'amount: money')]
    for (const other of others) expect(faults({ indicators, targets: [yearly('20%'), other] })).toEqual([])
  })
})

describe('growth each year and a multiple of the base', () => {
  const times = (value: string, due: string) =>
    faults({
      indicators: [WORKS],
      targets: [
        yearly('15%'),
        target('times', 'works', `due: ${due}, ${stretch('amount', value)}, base: { as: ratio, ${BASE} }`),
      ],
    })
  test.each([
    ['114.9%', '2023-12-31', []],
    ['115%', '2023-12-31', []],
    ['115.1%', '2023-12-31', ['growth.compound yearly times']],
    ['200%', '2026-12-31', ['growth.compound yearly times']],
    ['200%', '2027-12-31', []],
  ])('15 %% a year and %s by %s', (value, due, found) => expect(times(value, due)).toEqual(found))
})

test('a base of another century is a slip of the pen', () => {
  const far = yearly('15%').replace('year: 2022', 'year: 22')
  const total = target('total', 'works', `${stretch('amount', '120亿元')}, over: plan`)
  expect(faults({ indicators: [WORKS], targets: [far, total] })).toEqual([])
})

describe('a share that is to rise', () => {
  const SHARE = [
    reported('part', 'growth: rate'),
    reported('whole', 'growth: rate'),
    reported('share', 'rate: rate', 'shareOf: { part: part, whole: whole }'),
  ]
  const of = (part: string, whole: string, rise: string, as = 'growth', rest = '') =>
    faults({
      indicators: SHARE,
      targets: [
        target('p', 'part', floor('growth', part)),
        target('w', 'whole', floor('growth', whole)),
        target(
          's',
          'share',
          `${stretch('rate', rise)}, base: { as: ${as}, of: { reported: share, value: rate, year: last } }${rest}`,
        ),
      ],
    })
  const FALLS = ['share.must-fall s p w']
  test.each([
    ['8%', '9%', '10%', FALLS],
    ['9%', '9%', '10%', FALLS],
    ['19.8%', '9%', '10%', FALLS],
    ['19.9%', '9%', '10%', []],
    ['20%', '9%', '10%', []],
    ['8%', '9%', '0%', []],
    ['8%', '-100%', '10%', []],
  ])('part %s, whole %s, share by %s', (part, whole, rise, found) =>
    expect(of(part, whole, rise)).toEqual(found),
  )
  test('in points no growth of the part is enough or too little by itself, but it must exceed the whole', () => {
    expect(of('9%', '9%', '10%', 'points')).toEqual(FALLS)
    expect(of('9.1%', '9%', '10%', 'points')).toEqual([])
  })
  test('more than before is a rise too', () => {
    expect(of('9%', '9%', '0%', 'growth', ', exceeds: true')).toEqual(FALLS)
    expect(of('9.1%', '9%', '0%', 'growth', ', exceeds: true')).toEqual([])
  })
})
