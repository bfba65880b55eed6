import { describe, expect, test } from 'vitest'
import { faults, floor, target } from './testing.ts'

const source = (days: string) => `{ title: 某方案, ${days}issuer: 某县, issuerEn: A County }`
const DUE = (due: string, rest = floor('growth', '9%')) => [target('t', 'fai', `due: ${due}, ${rest}`)]

const CITES = target('cites', 'fai', `${floor('growth', '9%')}, covers: [A-T1], clause: 一, terms: [9%]`)
const OWNED = { targets: [CITES], owners: ['- { clause: 一, units: [发改局] }'] }

describe('signed and made public', () => {
  // 12 May 2023 is a Friday; the twentieth weekday after it is Friday 9 June.
  test.each([
    ['issued: 2023-05-12, published: 2023-06-08, ', []],
    ['issued: 2023-05-12, published: 2023-06-09, ', []],
    ['issued: 2023-05-12, published: 2023-06-12, ', ['source.published-late source']],
    ['issued: 2023-05-12, ', []],
    ['published: 2023-05-12, ', ['source.undated source']],
    ['', ['source.undated source']],
  ])('%s', (days, found) => expect(faults({ source: source(days), ...OWNED })).toEqual(found))
  test('what cites no text has none to date', () => expect(faults({ source: source('') })).toEqual([]))
})

describe('limits and the day of issue', () => {
  test.each([
    ['05-11', ['deadline.past t source']],
    ['05-12', []],
    ['05-13', []],
    ['2023-05-11', ['deadline.past t source']],
    ['2023-05-12', []],
    ['year-end', []],
  ])('%s', (due, found) => expect(faults({ targets: DUE(due) })).toEqual(found))
  test('the day of publication stands in for that of signature', () => {
    const published = source('published: 2023-05-12, ')
    expect(faults({ source: published, targets: DUE('05-11') })).toEqual(['deadline.past t source'])
    expect(faults({ source: published, targets: DUE('05-12') })).toEqual([])
  })
  test('a first quarter that has a value of its own', () => {
    const each = 'quarters: { 2023-05-12: [1亿元, 1亿元, 1亿元, 1亿元] }'
    const invest = (rest: string) => [target('t', 'invest-ytd', `due: quarter-ends, ${rest}`)]
    expect(faults({ targets: invest(each) })).toEqual(['deadline.past t source'])
    expect(faults({ targets: invest(floor('value', '1亿元')) })).toEqual([])
    const march = source('issued: 2023-03-31, ')
    expect(faults({ source: march, targets: invest(each) })).toEqual([])
  })
})

describe('who answers', () => {
  const cited = (id: string, clause: string) =>
    target(id, 'fai', `${floor('growth', '9%')}, covers: [A-T1], clause: ${clause}, terms: [9%]`)
  const targets = [cited('a', '一(一)'), cited('b', '一(一)'), cited('c', '"二,三"')]
  const owned = (clause: string) => `- { clause: "${clause}", units: [发改局] }`
  test('one fault for each place', () =>
    expect(faults({ targets })).toEqual(['owner.none a b', 'owner.none c']))
  test('one of several places is enough, written either way', () =>
    expect(faults({ targets, owners: [owned('三'), owned('一（一）')] })).toEqual([]))
  test('what the product adds answers to nobody', () =>
    expect(faults({ targets: [target('own', 'fai', floor('growth', '9%'))] })).toEqual([]))
})

test('one organ under two names', () => {
  const unit = (rest: string) => [`- { id: u, name: 农业农村和水务局, kind: bureau${rest} }`]
  expect(faults({ units: unit(', aliases: [农水局]') })).toEqual(['unit.spellings u'])
  expect(faults({ units: unit('') })).toEqual([])
})

describe('rhythms', () => {
  const cadence = (id: string, every: string, rest = '') =>
    `- { id: ${id}, name: ${id}, nameEn: ${id}, covers: [A-C1], clause: 一, terms: [调度], every: ${every}, does: dispatch${rest} }`
  const of = (...every: string[]) =>
    faults({ cadences: every.map((one, at) => cadence(`c${at}`, one, ', lists: [key]')) })
  test.each([
    [['week', 'half-month'], ['cadence.rhythms c0 c1']],
    [['week', 'ten-days'], ['cadence.rhythms c0 c1']],
    [['ten-days', 'half-month', 'month'], ['cadence.rhythms c0 c1']],
    [['week', 'week', 'month', 'quarter', 'year'], []],
    [['half-month', 'month'], []],
  ])('%j', (every, found) => expect(of(...every)).toEqual(found))
  test('every two weeks fits with weeks', () =>
    expect(
      faults({ cadences: [cadence('a', 'week'), cadence('b', 'week', ', everyOther: 2023-05-15')] }),
    ).toEqual([]))
  test('of different lists they trouble nobody; without lists they are of all', () => {
    const other = ['- { id: other, name: 其他, nameEn: other }']
    const pair = (lists: string) => [
      cadence('a', 'week', ', lists: [key]'),
      cadence('b', 'half-month', lists),
    ]
    expect(faults({ lists: other, cadences: pair(', lists: [other]') })).toEqual([])
    expect(faults({ lists: other, cadences: pair('') })).toEqual(['cadence.rhythms a b'])
  })
})

describe('what is left to a setting', () => {
  const SETTING = [
    'how: { type: choice, choices: [growth, points], default: growth, about: 选, aboutEn: pick }',
  ]
  const share = (as: string, rest: string) =>
    faults({
      settings: SETTING,
      owners: ['- { clause: 一, units: [发改局] }'],
      targets: [
        target(
          't',
          'fai',
          `${floor('growth', '10%')}, base: { as: ${as}, of: { reported: fai, value: growth, year: last } }${rest}`,
        ),
      ],
    })
  const COVERS = ', covers: [A-T1], clause: 一, terms: [10%]'
  test('how a target stands against its base', () => {
    expect(share('{ setting: how }', COVERS)).toEqual(['target.open t'])
    expect(share('growth', COVERS)).toEqual([])
    expect(share('{ setting: how }', '')).toEqual([])
  })
  const light = (cut: string, rest: string, band = '') =>
    faults({
      lights: [
        `- { id: l, name: 灯, nameEn: light, dimension: d, measure: { kind: ratio, of: invest-ytd, to: annual-plan }, bands: [{ below: ${cut}, colour: red }, { colour: green${band} }]${rest} }`,
      ],
    })
  test('the cuts of a light', () => {
    const covers = ', covers: [A-W1], clause: 一, terms: [三色]'
    expect(light('{ setting: red-cut }', covers)).toEqual(['light.cuts-unstated l'])
    expect(light('65%', covers)).toEqual([])
    expect(light('{ setting: red-cut }', '')).toEqual([])
    expect(
      light('65%', ', covers: [A-W1], clause: 一, reading: 读, readingEn: ours', ', unstated: true'),
    ).toEqual(['light.cuts-unstated l'])
  })
})
