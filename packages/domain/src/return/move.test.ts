import { describe, expect, it } from 'vitest'
import { unitTree } from '../person/index.ts'
import type { AskedReturn } from './asked.ts'
import { moveReturn, type ReturnMove } from './move.ts'
import { reviewRoute } from './route.ts'
import type { ReturnState, RowFigures } from './state.ts'

const TREE = unitTree([
  { id: 'office' },
  { id: 'bureau', parent: 'office' },
  { id: 'town', parent: 'bureau' },
  { id: 'water', parent: 'office' },
])
const reporter = (unit: string) => ({ role: 'reporter', unit })
const DISPATCHER = { role: 'dispatcher', unit: 'office' }
const ASKED: AskedReturn = {
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
const SUBMITTED: ReturnState = {
  unit: 'town',
  period: '2023-05',
  state: 'submitted',
  at: 'bureau',
  action: 'submit',
  reasons: [],
  passed: [],
  rows: ['a'],
  cadences: ['monthly'],
}
const SUBMIT: ReturnMove = {
  action: 'submit',
  actor: reporter('town'),
  current: undefined,
  asked: ASKED,
  asOf: '2023-06-05',
  tree: TREE,
  route: ['bureau'],
  closed: false,
  rows: [{ project: 'a', figures: { 'invest-ytd': 100 } }],
  standing: [{ project: 'b', figures: { 'invest-ytd': 7 } }],
}
const move = (changes: Partial<ReturnMove>) => {
  const moved = moveReturn({ ...SUBMIT, ...changes })
  return moved.ok ? moved.value : moved.error
}
const next = (changes: Partial<ReturnMove>) => {
  const moved = moveReturn({ ...SUBMIT, ...changes })
  return moved.ok ? [moved.value.next.state, moved.value.next.at] : moved.error.code
}
const REASONS = [{ project: 'a', field: 'invest-ytd', text: '与上月不符' }]

describe('a submit', () => {
  it('names what is written and whose turn it is', () => {
    expect(move({})).toEqual({
      next: { ...SUBMITTED, at: 'bureau' },
      entries: [
        { subject: { kind: 'project', project: 'a' }, period: '2023-05', figures: { 'invest-ytd': 100 } },
      ],
      reasons: [],
    })
  })

  it('goes to the office at once where no unit above reviews', () => {
    expect(next({ route: [] })).toEqual(['submitted', null])
  })

  it('by the office is accepted at once', () => {
    expect(next({ actor: DISPATCHER })).toEqual(['accepted', null])
  })

  it.each<[string, string | [string, string | null]]>([
    ['2023-05-30', 'return.not-open'],
    ['2023-05-31', ['submitted', 'bureau']],
    ['2023-06-10', ['submitted', 'bureau']],
    ['2023-06-11', 'return.locked'],
  ])('on %s', (asOf, expected) => {
    expect(next({ asOf })).toEqual(expected)
    expect(next({ asOf, actor: DISPATCHER })).toEqual(['accepted', null])
  })

  it('never locks for a reporter where no lock is set, until the period closes', () => {
    const open = { ...ASKED, locks: undefined }
    expect(next({ asked: open, asOf: '2023-12-31' })).toEqual(['submitted', 'bureau'])
    expect(next({ asked: open, closed: true })).toBe('return.frozen')
  })

  const row = (project: string, figures: RowFigures['figures']) => ({ project, figures })
  const OF_A = row('a', { 'invest-ytd': 1 })
  const OF_B = row('b', { stage: 'started' })
  it.each<[string, RowFigures[], RowFigures[], number]>([
    // sent, standing, rows without a figure of the period
    ['nothing of nothing', [], [], 2],
    ['nothing over one', [], [OF_B], 1],
    ['nothing over all (imported)', [], [OF_A, OF_B], 0],
    ['one of two', [OF_A], [], 1],
    ['one, the other stands', [OF_A], [OF_B], 0],
    ['both', [OF_A, OF_B], [], 0],
    ['a blank row', [row('a', {}), OF_B], [], 1],
    ['a blank row over a figure', [row('a', {}), OF_B], [OF_A], 0],
    ['zero is a figure', [row('a', { 'invest-ytd': 0 }), OF_B], [], 0],
    ['null is none', [row('a', { 'invest-ytd': null }), OF_B], [], 1],
    ['the only figure taken back', [row('a', { 'invest-ytd': null })], [OF_A, OF_B], 1],
    ['one of two figures taken back', [row('a', { 'invest-ytd': null, stage: 'started' })], [OF_A, OF_B], 0],
  ])('of %s', (_, rows, standing, blank) => {
    const moved = move({ rows, standing, reason: '核减' })
    if (blank === 0) expect(moved).toMatchObject({ next: { state: 'submitted' } })
    else expect(moved).toEqual({ code: 'return.incomplete', params: { count: blank } })
  })

  it.each<[string, RowFigures['figures'], Partial<ReturnMove>, string]>([
    ['another value', { 'invest-ytd': 8 }, {}, 'return.reason-needed'],
    ['none any more', { 'invest-ytd': null, stage: 'started' }, {}, 'return.reason-needed'],
    ['another value, blank reason', { 'invest-ytd': 8 }, { reason: ' ' }, 'return.reason-needed'],
    ['another value, with a reason', { 'invest-ytd': 8 }, { reason: '核减' }, 'submitted'],
    [
      'another value, with a warning explained',
      { 'invest-ytd': 8 },
      { passed: [{ check: 'falls', project: 'b', reason: '核减' }] },
      'submitted',
    ],
    [
      'another value, with a warning of another project explained',
      { 'invest-ytd': 8 },
      { passed: [{ check: 'falls', project: 'a', reason: '核减' }] },
      'return.reason-needed',
    ],
    ['the same value', { 'invest-ytd': 7 }, {}, 'submitted'],
    ['a figure that was blank', { stage: 'started' }, {}, 'submitted'],
  ])('replaces a figure that stands by %s', (_, figures, changes, expected) => {
    const moved = next({ rows: [OF_A, row('b', figures)], ...changes })
    expect(typeof moved === 'string' ? moved : moved[0]).toBe(expected)
  })

  it('of a project that is not asked is refused; a blank row is no entry', () => {
    expect(move({ rows: [{ project: 'x', figures: { stage: 'started' } }] })).toEqual({
      code: 'return.not-asked',
      params: { project: 'x' },
    })
    expect(
      move({
        rows: [
          { project: 'b', figures: {} },
          { project: 'a', figures: { 'invest-ytd': 0 } },
        ],
      }),
    ).toMatchObject({ next: { rows: ['a'] }, entries: [{ figures: { 'invest-ytd': 0 } }] })
  })

  it('stops at an error, and at a warning without a reason for just that cell', () => {
    const found = { check: 'falls', project: 'a', field: 'invest-ytd' } as const
    const warning = [{ ...found, severity: 'warning' as const }]
    const passed = { ...found, reason: '核减' }
    expect(next({ findings: [{ ...found, severity: 'error' }], passed: [passed] })).toBe(
      'return.check-failed',
    )
    expect(next({ findings: warning })).toBe('return.reason-missing')
    expect(next({ findings: warning, passed: [{ ...passed, reason: ' ' }] })).toBe('return.reason-missing')
    expect(next({ findings: warning, passed: [{ ...passed, project: 'b' }] })).toBe('return.reason-missing')
    expect(next({ findings: warning, passed: [{ ...passed, field: undefined }] })).toBe(
      'return.reason-missing',
    )
    expect(next({ findings: [{ ...found, severity: 'note' }] })).toEqual(['submitted', 'bureau'])
    expect(move({ findings: warning, passed: [passed] })).toMatchObject({ next: { passed: [passed] } })
  })
})

describe('on its way', () => {
  const waiting = (at: string | null, changes: Partial<ReturnMove>) =>
    next({ current: { ...SUBMITTED, at }, ...changes })

  it('a unit above passes it on when it is its turn', () => {
    expect(waiting('bureau', { action: 'pass', actor: reporter('bureau') })).toEqual(['submitted', null])
    expect(waiting(null, { action: 'pass', actor: reporter('bureau') })).toBe('return.not-here')
    expect(waiting('bureau', { action: 'pass', actor: reporter('water') })).toBe('return.not-yours')
    expect(
      waiting('bureau', { action: 'pass', actor: reporter('bureau'), route: ['bureau', 'district'] }),
    ).toEqual(['submitted', 'district'])
  })

  it('is taken back only while nobody passed it', () => {
    expect(waiting('bureau', { action: 'withdraw' })).toEqual(['open', 'town'])
    expect(waiting(null, { action: 'withdraw' })).toBe('return.passed-on')
    expect(waiting(null, { action: 'withdraw', route: [] })).toEqual(['open', 'town'])
  })

  it('goes back with reasons only, which stay until it is sent again', () => {
    const back = { action: 'return', actor: reporter('bureau') } as const
    expect(waiting('bureau', back)).toBe('return.reason-missing')
    expect(waiting('bureau', { ...back, reasons: [{ text: ' ' }] })).toBe('return.reason-missing')
    const returned = move({ current: SUBMITTED, ...back, reasons: REASONS })
    expect(returned).toMatchObject({ next: { state: 'returned', at: 'town', reasons: REASONS }, entries: [] })
    const current: ReturnState = { ...SUBMITTED, state: 'returned', at: 'town', reasons: REASONS }
    expect(move({ current, action: 'save' })).toMatchObject({ next: { reasons: REASONS, state: 'returned' } })
    expect(move({ current })).toMatchObject({ next: { reasons: [], state: 'submitted', at: 'bureau' } })
  })

  it('the office accepts wherever it waits, and reopens with a reason', () => {
    expect(waiting('bureau', { action: 'accept', actor: DISPATCHER })).toEqual(['accepted', null])
    const accepted: ReturnState = { ...SUBMITTED, state: 'accepted', at: null }
    const reopen = { current: accepted, action: 'reopen', actor: DISPATCHER } as const
    expect(next(reopen)).toBe('return.reason-missing')
    expect(next({ ...reopen, reasons: REASONS })).toEqual(['returned', 'town'])
  })

  it('is frozen by the closing alone; nothing moves it while the period is closed', () => {
    expect(next({ action: 'freeze', actor: 'closing', closed: true })).toEqual(['frozen', null])
    expect(next({ action: 'freeze', actor: DISPATCHER })).toBe('return.not-yours')
    const reopen = {
      current: { ...SUBMITTED, state: 'frozen', at: null },
      action: 'reopen',
      actor: DISPATCHER,
      reasons: REASONS,
    } as const
    expect(next({ ...reopen, closed: true })).toBe('return.frozen')
    expect(next({ ...reopen, closed: false })).toEqual(['returned', 'town'])
  })
})

it('the way up runs over units with a reporter, below the office', () => {
  const route = (unit: string, ...reporters: string[]) =>
    reviewRoute(unit, TREE, new Set(reporters), new Set(['office']))
  expect(route('town', 'bureau', 'town', 'office', 'water')).toEqual(['bureau'])
  expect(route('town', 'town')).toEqual([])
  expect(route('bureau', 'bureau', 'office')).toEqual([])
})

it('an actor who only reads may do nothing', () => {
  for (const role of ['leader', 'inspector', 'administrator'])
    expect(next({ actor: { role, unit: 'town' } })).toBe('return.not-yours')
})
