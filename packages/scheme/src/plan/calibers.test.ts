import { describe, expect, test } from 'vitest'
import { faults, faultsOf, floor, ratio, reported, stretch, target } from './testing.ts'

const DONE = ratio('done', 'sum: invest-ytd', 'sum: annual-plan')
const STARTS = ratio('starts', 'count: projects, where: { stage: [started] }', 'count: projects')
const PAID = reported('paid', 'rate: rate')
const funds = (source: string, year: number) => `funds: { source: ${source}, year: ${year} }`

describe('rates of the same funds', () => {
  const of = (...targets: string[]) => faults({ indicators: [DONE, STARTS, PAID], targets })
  const done = (of: string) => target('d', 'done', `${floor('value', '95%')}, ${of}`)
  const paid = (of: string, id = 'p', value = '50%') => target(id, 'paid', `${floor('rate', value)}, ${of}`)
  test('work done and money paid', () =>
    expect(of(done(funds('s', 2023)), paid(funds('s', 2023)))).toEqual([
      'caliber.completion-and-payment d p',
    ]))
  test('of other funds they never meet', () =>
    expect(of(done(funds('s', 2023)), paid(funds('r', 2023)))).toEqual([]))
  test('projects started are no money', () =>
    expect(
      of(target('s', 'starts', `${floor('value', '95%')}, ${funds('s', 2023)}`), paid(funds('s', 2023))),
    ).toEqual([]))
  test('two batches', () => {
    expect(of(paid(funds('s', 2022)), paid(funds('s', 2023), 'q', '60%'))).toEqual(['funds.two-years p q'])
    expect(of(paid(funds('s', 2022)), paid(funds('r', 2023), 'q', '60%'))).toEqual([])
    expect(of(paid(funds('s', 2023)), paid(funds('s', 2023), 'q'))).toEqual([])
  })
})

describe('fields of the statistics caliber and a list of projects', () => {
  const of = (field: string, caliber = 'statistics', rest = '') => ({
    indicators: [
      `- { id: field, name: f, nameEn: f, origin: reported, caliber: ${caliber}, values: { amount: money } }`,
      reported('other', 'amount: money'),
    ],
    targets: [
      target('listed', 'invest-ytd', 'scope: { list: key }, years: { 2023-05-12: { "2023": 19亿元 } }'),
      target('f', 'field', `${stretch('amount', field)}, over: plan${rest}`),
      target('o', 'other', `${stretch('amount', '9亿元')}, over: plan`),
    ],
  })
  test.each([
    ['9.99亿元', []],
    ['10亿元', []],
    ['10.01亿元', ['caliber.total-exceeded listed f o']],
  ])('%s + 9 against 19', (field, found) => expect(faults(of(field))).toEqual(found))
  test('a field that alone is more is named', () => {
    expect(faultsOf(of('19亿元'))[0]?.zh).not.toContain('一项就超过')
    expect(faultsOf(of('19.01亿元'))[0]?.zh).toContain('f19.01亿元一项就超过')
  })
  test('figures of one caliber, and parts of a field, are not added up against it', () => {
    expect(faults(of('99亿元', 'dispatch'))).toEqual([])
    expect(faults(of('10.01亿元', 'statistics', ', partOf: o'))).toEqual(['target.parts-sum o f'])
  })
})

describe('one word for rates over two figures', () => {
  const of = (term: string, to: string) =>
    faults({
      indicators: [DONE],
      targets: [target('t', 'done', `${floor('value', '95%')}, terms: [年度投资完成率]`)],
      lights: [
        `- { id: l, name: 灯, nameEn: light, dimension: d, terms: [${term}], measure: { kind: ratio, of: invest-ytd, to: ${to} }, bands: [{ below: 65%, colour: red }, { colour: green }] }`,
      ],
    })
  test.each([
    ['完成率', 'plan-to-date', ['caliber.word l t']],
    ['完成率', 'annual-plan', []],
    ['支付率', 'plan-to-date', []],
    ['时序进度', 'plan-to-date', []],
  ])('%s over %s', (term, to, found) => expect(of(term, to)).toEqual(found))
})
