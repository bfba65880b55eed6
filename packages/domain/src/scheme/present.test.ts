import { itemsOf, type Scheme } from '@guatu/scheme'
import { expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { Facts } from '../facts/index.ts'
import { standingOf } from '../standing/index.ts'
import { EMPTY } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { presentOf } from './present.ts'

const [KEY, BACKED] = SAMPLE.lists
if (!KEY || !BACKED) throw new Error('the sample has two lists')

const SCHEME: Scheme = {
  ...SAMPLE,
  lists: [
    {
      ...KEY,
      states: [
        { of: 'projects', where: {}, value: 44 },
        { of: 'projects', where: { stage: ['started'] }, asOf: '2023-01-01', value: 1 },
        { of: 'annual-plan', where: {}, value: '1500元' },
        { of: 'annual-plan', where: {}, quarter: 2, value: '375元' },
        { of: 'total-invest', where: {}, quarter: 2, value: '1元' },
        { of: 'planned-starts', where: {}, quarter: 2, value: 1 },
        { of: 'invest-ytd', where: { nature: ['new'] }, value: '6元' },
      ],
    },
    BACKED,
  ],
  cadences: [
    {
      id: 'monthly',
      name: '月报',
      nameEn: 'Monthly',
      covers: [],
      terms: [],
      every: 'month',
      does: 'report',
      lists: ['key'],
      dueDays: 5,
      asksReturn: true,
    },
  ],
}
/** Two on 重点 this year, one of last year, one on the other list. Amounts in 分. */
const FACTS: Facts = {
  ...EMPTY,
  projects: ['a', 'b', 'c', 'd'].map(id => ({ id, name: id, leadUnit: 'housing' })),
  memberships: [
    { project: 'a', list: 'key', year: 2023, annualPlan: 120_000, nature: 'new', plannedStart: '2023-04-01' },
    { project: 'b', list: 'key', year: 2023, annualPlan: 30_000, plannedStart: '2023-07-01' },
    { project: 'c', list: 'key', year: 2022, annualPlan: 70_000 },
    { project: 'd', list: 'backed', year: 2023 },
  ],
  returns: [
    { project: 'a', period: '2023-05', figures: { 'invest-ytd': 600, stage: 'started' } },
    { project: 'b', period: '2023-04', figures: { 'invest-ytd': 900, stage: 'started' } },
  ],
}
const present = (asOf: string) => {
  const { all } = standingOf(FACTS, SCHEME, asOf, PUBLISHED_CALENDAR)
  const of = presentOf(all, false)
  return (id: string, kind: string) => {
    const item = itemsOf(SCHEME).find(one => one.kind === kind && one.item.id === id)
    if (!item) throw new Error(`no ${kind} ${id}`)
    return of(item)
  }
}

it('compares what the plan prints about a list with what the library holds', () => {
  const now = present('2023-06-20')('key', 'list')
  expect(now?.is === 'list' && [now.projects, ...now.states.map(one => [one.declared, one.held])]).toEqual([
    2,
    [44, 2],
    [1, 2],
    [150_000, 150_000],
    [37_500, 37_500],
    [100, null],
    [1, 1],
    [600, 600],
  ])
})

it.each([
  ['2023-06-04', '2023-06-05', '2023-05'],
  ['2023-06-05', '2023-06-05', '2023-05'],
  ['2023-06-06', '2023-07-05', '2023-06'],
])('on %s the next return is due %s, for %s', (asOf, due, period) => {
  // One of two is missing, in April as in May: each reported one of them.
  expect(present(asOf)('monthly', 'cadence')).toEqual({
    is: 'cadence',
    next: { due, period, provisional: false },
    expected: 2,
    missing: 1,
  })
})

it('gives lights by colour, and figures with their targets', () => {
  const of = present('2023-06-20')
  expect(of('progress', 'light')).toEqual({ is: 'lights', colours: { red: 2, none: 1 } })
  expect(of('completion', 'target')).toMatchObject({
    is: 'figure',
    tile: { target: 'completion', parts: [{ actual: { n: 1500, d: 150_000 } }] },
  })
  expect(of('fai', 'indicator')).toMatchObject({ is: 'figure', tile: { state: 'unreported' } })
})
