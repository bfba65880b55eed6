import { expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { Facts } from '../facts/index.ts'
import { EMPTY } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { type AskedReturn, returnsAround } from './asked.ts'
import { changeAgainst, type FigureChange } from './change.ts'
import { RETURN_STATES, type ReturnState, type ReturnStateName } from './state.ts'

const MAY: AskedReturn = {
  unit: 'town',
  period: '2023-05',
  from: '2023-05-01',
  opens: '2023-05-31',
  due: '2023-06-05',
  locks: '2023-06-10',
  provisional: false,
  cadences: ['monthly'],
  rows: ['a', 'b'].map(project => ({ project, cadences: ['monthly'], fields: ['invest-ytd'] })),
}
const standing = (state: ReturnStateName, at: string | null = null): ReturnState => ({
  unit: 'town',
  period: '2023-05',
  state,
  at,
  action: 'submit',
  reasons: [],
  passed: [],
  rows: [],
  cadences: ['monthly'],
})
const REPORTER = { role: 'reporter', unit: 'town' }
const CHANGE: FigureChange = {
  actor: REPORTER,
  project: 'a',
  period: '2023-05',
  asOf: '2023-06-05',
  returns: [{ asked: MAY, current: undefined }],
}
const against = (changes: Partial<FigureChange>) => changeAgainst({ ...CHANGE, ...changes })
const code = (changes: Partial<FigureChange>) => against(changes)?.code.replace('return.', '') ?? 'may'

const DAYS = [
  ['before it opens', '2023-05-30'],
  ['as it opens', '2023-05-31'],
  ['on the day it is due', '2023-06-05'],
  ['past due', '2023-06-06'],
  ['the day before the lock', '2023-06-09'],
  ['on the day it locks', '2023-06-10'],
  ['past the lock', '2023-06-11'],
] as const
const BOUND = ['not-open', 'may', 'may', 'may', 'may', 'may', 'locked']
it.each<[role: string, expected: readonly string[]]>([
  ['reporter', BOUND],
  ['leader', BOUND],
  ['inspector', BOUND],
  ['administrator', BOUND],
  ['dispatcher', DAYS.map(() => 'may')],
])('%s, day by day; a closed period stops all of them on each', (role, expected) => {
  const actor = { role, unit: 'town' }
  expect(DAYS.map(([, asOf]) => code({ actor, asOf }))).toEqual(expected)
  expect(new Set(DAYS.map(([, asOf]) => code({ actor, asOf, closed: '2023-05' })))).toEqual(
    new Set(['frozen']),
  )
})

it.each<[ReturnStateName, own: string, office: string]>([
  ['open', 'may', 'may'],
  ['submitted', 'wrong-state', 'may'],
  ['returned', 'may', 'may'],
  ['accepted', 'wrong-state', 'may'],
  ['frozen', 'wrong-state', 'may'],
])('%s: the own unit %s, the office %s', (state, own, office) => {
  const returns = [{ asked: MAY, current: standing(state) }]
  expect(code({ returns })).toBe(own)
  expect(code({ returns, actor: { role: 'dispatcher', unit: 'office' } })).toBe(office)
})

it('knows every state', () => expect(RETURN_STATES).toHaveLength(5))

it('a return that waits is changed by the unit that it waits at, which keeps to its clocks too', () => {
  const returns = [{ asked: MAY, current: standing('submitted', 'bureau') }]
  const actor = { role: 'reporter', unit: 'bureau' }
  expect([code({ returns, actor }), code({ returns })]).toEqual(['may', 'wrong-state'])
  expect(code({ returns, actor, asOf: '2023-06-11' })).toBe('locked')
})

it('says the period of the return and its day', () => {
  expect(against({ asOf: '2023-06-11' })).toEqual({
    code: 'return.locked',
    params: { period: '2023-05', locks: '2023-06-10' },
  })
  expect(against({ asOf: '2023-05-30' })?.params).toEqual({ period: '2023-05', opens: '2023-05-31' })
  expect(against({ closed: '2023-05' })).toEqual({ code: 'return.frozen', params: { period: '2023-05' } })
  const returns = [{ asked: MAY, current: standing('accepted') }]
  expect(against({ returns })?.params).toEqual({ period: '2023-05', state: 'accepted' })
})

it('no return asks for the project: only the closing shuts it', () => {
  const late = { asOf: '2023-06-11' } as const
  expect([code({ ...late, project: 'x' }), code({ ...late, project: undefined })]).toEqual(['may', 'may'])
  expect([code({ ...late, returns: [] }), code({ project: 'x', closed: '2023-05' })]).toEqual([
    'may',
    'frozen',
  ])
})

it('without a lock it stays open until it closes', () => {
  const returns = [{ asked: { ...MAY, locks: undefined }, current: undefined }]
  expect([code({ returns, asOf: '2023-12-31' }), code({ returns, closed: '2023-05' })]).toEqual([
    'may',
    'frozen',
  ])
})

const monthly = {
  ...{ id: 'monthly', name: '月报', nameEn: 'Monthly', covers: [], terms: [], does: 'count' as const },
  ...{ every: 'month' as const, lists: ['key'], dueDays: 5, lockDays: 5, asksReturn: true },
}
const facts: Facts = {
  ...EMPTY,
  projects: [{ id: 'a', name: 'a', leadUnit: 'town' }],
  memberships: [{ project: 'a', list: 'key', year: 2023 }],
}
const around = (period: string, ...cadences: (typeof SAMPLE)['cadences']) =>
  returnsAround({ ...SAMPLE, cadences }, facts, period, PUBLISHED_CALENDAR)
const names = (...args: Parameters<typeof around>) => around(...args).map(one => one.period)

it('figures belong to the returns whose cycle holds their period', () => {
  const together = { ...monthly, together: [1, 2] }
  expect(names('2023-05', monthly)).toEqual(['2023-05'])
  expect(names('2023-W20', monthly)).toEqual(['2023-05'])
  // 29 May to 4 June lies in no month.
  expect(names('2023-W22', monthly)).toEqual([])
  expect(names('2023-Q2', monthly)).toEqual([])
  expect(['2023-01', '2023-02', '2023-W05', '2023-03'].map(one => names(one, together))).toEqual([
    ['2023-02'],
    ['2023-02'],
    ['2023-02'],
    ['2023-03'],
  ])
  const paired = { ...monthly, id: 'paired', every: 'week' as const, everyOther: '2023-05-15' }
  expect(['2023-W20', '2023-W21', '2023-W22'].map(one => names(one, paired))).toEqual([
    ['2023-W21'],
    ['2023-W21'],
    ['2023-W23'],
  ])
  const weekly = { ...monthly, id: 'weekly', every: 'week' as const, lockDays: 30 }
  expect(names('2023-W20', monthly, weekly)).toEqual(['2023-W20', '2023-05'])
})

const CLOCKS = ['2023-02-27', '2023-02-28', '2023-03-10', '2023-03-11']
it('January keeps to the lock of January and February, and needs not wait for their opening', () => {
  const returns = around('2023-01', { ...monthly, together: [1, 2] }).map(asked => ({
    asked,
    current: undefined,
  }))
  const told = (period: string) => CLOCKS.map(asOf => code({ returns, period, asOf }))
  expect(told('2023-01')).toEqual(['may', 'may', 'may', 'locked'])
  expect(told('2023-02')).toEqual(['not-open', 'may', 'may', 'locked'])
})

it('a week that is asked for itself keeps to its own clocks, not to those of its month', () => {
  const weekly = { ...monthly, id: 'weekly', every: 'week' as const, lockDays: 30 }
  const returns = around('2023-W20', monthly, weekly).map(asked => ({ asked, current: undefined }))
  // Due on 26 May, locked 30 days later; May is locked from 11 June on.
  expect(
    ['2023-06-11', '2023-06-25', '2023-06-26'].map(asOf => code({ returns, period: '2023-W20', asOf })),
  ).toEqual(['may', 'may', 'locked'])
})
