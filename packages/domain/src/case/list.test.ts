import { describe, expect, test } from 'vitest'
import { tried } from '../testing/case.ts'
import { planWith } from '../testing/given.ts'

const PLAN = planWith(`
cadences:
  - { id: count, name: 月报, nameEn: C, every: month, does: count, lists: [key], dueDays: 5, asksReturn: true }
  - { id: spring, name: 合并, nameEn: S, every: month, does: count, together: [1, 2], opensDays: -1, dueDays: 5, lockWorkingDays: 2 }
  - { id: called, name: 通知, nameEn: D, every: day, does: meeting }
  - { id: fortnight, name: 两周, nameEn: F, every: week, everyOther: 2023-10-25, does: report }
`).cadences
const SCHEME = {
  ...planWith(''),
  cadences: PLAN,
  lists: planWith('').lists.map(one => ({
    ...one,
    curve: { kind: 'quarters' as const, weights: [1, 2, 3, 4] },
    states: [
      { of: 'projects' as const, where: { nature: ['new' as const] }, value: 2 },
      { of: 'annual-plan' as const, where: {}, quarter: 2, value: '20元' },
      { of: 'invest-ytd' as const, where: {}, asOf: '2023-05-31', value: '7元' },
      { of: 'planned-starts' as const, where: {}, quarter: 3, value: 1 },
      { of: 'total-invest' as const, where: {}, value: '9元' },
    ],
  })),
}
const PROJECTS =
  'projects: [{ id: a, nature: new, annualPlan: 100元, totalInvest: 9元, plannedStart: 2023-07-01, returns: { 2023-05: { invest-ytd: 7元 }, 2023-06: { invest-ytd: 8元 } } }, { id: b, nature: new, plannedStart: 2023-06-30 }]'
const holds = (asOf: string, tries: string, expected: string) =>
  tried(SCHEME, `asOf: ${asOf}\n${tries}\n${PROJECTS}\nexpect: ${expected}`).holds

describe('a list', () => {
  test.each<[asOf: string, tries: string, right: string, wrong: string]>([
    ['2023-06-30', 'list: key', '{ projects: 2, differing: [] }', '{ projects: 1 }'],
    ['2023-05-30', 'list: key', '{ differing: [states/3] }', '{ differing: [] }'],
    ['2023-05-30', 'list: key\nabout: states/3', '{ said: 7元, held: null }', '{ held: 0元 }'],
    ['2023-06-30', 'list: key\nabout: states/3', '{ held: 7元, agrees: true }', '{ held: 8元 }'],
    ['2023-06-30', 'list: key\nabout: states/1', '{ said: 2个, held: 2 }', '{ said: 3个 }'],
    ['2023-06-30', 'list: key\nabout: states/4', '{ held: 1 }', '{ held: 2 }'],
    [
      '2023-06-29',
      'list: key\nabout: a',
      '{ planToDate: 23.34元, curve: list-curve }',
      '{ planToDate: 30元 }',
    ],
    ['2023-06-30', 'list: key\nabout: a', '{ planToDate: 30元 }', '{ planToDate: 29.99元 }'],
    ['2023-06-30', 'list: key\nabout: b', '{ planToDate: null }', '{ planToDate: 0元 }'],
  ])('as of %s, %j', (asOf, tries, right, wrong) => {
    expect([holds(asOf, tries, right), holds(asOf, tries, wrong)]).toEqual([true, false])
  })
})

describe('a cadence', () => {
  test.each<[asOf: string, tries: string, right: string, wrong: string]>([
    [
      '2023-06-05',
      'cadence: count\nabout: 2023-05',
      '{ due: 2023-06-05, does: count }',
      '{ due: 2023-06-04 }',
    ],
    ['2023-06-05', 'cadence: count', '{ period: 2023-04, missing: [a, b] }', '{ period: 2023-05 }'],
    ['2023-06-06', 'cadence: count', '{ period: 2023-05, reported: [a], missing: [b] }', '{ missing: [] }'],
    ['2023-06-06', 'cadence: count\nabout: b', '{ is: missing }', '{ is: reported }'],
    [
      '2023-06-05',
      'cadence: count\nabout: 2023-05',
      '{ from: 2023-05-01, opens: 2023-05-31, locks: null }',
      '{ opens: 2023-06-01 }',
    ],
    [
      '2023-06-05',
      'cadence: spring\nabout: 2023-01',
      '{ period: 2023-02, from: 2023-01-01, opens: 2023-02-27, due: 2023-03-05, locks: 2023-03-07 }',
      '{ locks: 2023-03-08 }',
    ],
    ['2023-06-06', 'cadence: called', '{ due: null }', '{ due: 2023-06-06 }'],
    ['2023-10-25', 'cadence: fortnight\nabout: 2023-W43', '{ due: 2023-11-05 }', '{ due: 2023-10-29 }'],
  ])('as of %s, %j', (asOf, tries, right, wrong) => {
    expect([holds(asOf, tries, right), holds(asOf, tries, wrong)]).toEqual([true, false])
  })
})
