import type { PeriodLine, PeriodUnit } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { passes, readShow, type SHOWS, worstFirst } from './filter.ts'
import { overdueOf, partsOf } from './parts.ts'

const unit = (name: string, rest: Partial<PeriodUnit>): PeriodUnit => ({
  unit: name,
  unitName: name,
  state: 'open',
  at: null,
  due: '2023-06-05',
  rows: 3,
  rowsReported: 0,
  firstSubmittedAt: null,
  daysLate: 0,
  timely: 'not-due',
  onBehalf: null,
  warningsPassed: 0,
  burden: { asked: 0, prefilled: 0, typed: 0, read: 0 },
  seen: 0,
  remindedAt: null,
  ...rest,
})

const UNITS = [
  unit('in-time', { state: 'accepted', timely: 'on-time' }),
  unit('missing', { timely: 'missing', daysLate: 2 }),
  unit('long-missing', { timely: 'missing', daysLate: 5 }),
  unit('late', { state: 'submitted', timely: 'late', daysLate: 9 }),
  unit('sent-back', { state: 'returned', timely: 'on-time' }),
  unit('for-them', { state: 'accepted', timely: 'on-time', onBehalf: '调度员' }),
]

describe('units of a period', () => {
  it('are narrowed to those who hold up', () => {
    const shown = (show?: (typeof SHOWS)[number]) =>
      UNITS.filter(one => passes(one, show)).map(one => one.unit)
    expect(shown('missing')).toEqual(['missing', 'long-missing'])
    expect(shown('late')).toEqual(['late'])
    expect(shown('to-accept')).toEqual(['late'])
    expect(shown('returned')).toEqual(['sent-back'])
    expect(shown('behalf')).toEqual(['for-them'])
    expect(shown()).toHaveLength(6)
  })

  it('stand with the worst first', () => {
    expect(worstFirst(UNITS).map(one => one.unit)).toEqual([
      'long-missing',
      'missing',
      'late',
      'sent-back',
      'for-them',
      'in-time',
    ])
  })

  it('take a filter from the address only where it is one', () => {
    expect(readShow({ show: 'late' })).toEqual({ show: 'late' })
    expect(readShow({ show: 'constructor' })).toEqual({ show: undefined })
  })
})

describe('the bar of a period', () => {
  const counts = (rest: Partial<PeriodLine['counts']>): PeriodLine['counts'] => ({
    asked: 10,
    submitted: 0,
    onTime: 0,
    late: 0,
    missing: 0,
    accepted: 0,
    returned: 0,
    rows: 0,
    rowsReported: 0,
    ...rest,
  })

  it('says how many are overdue while they are waited for', () => {
    const line = { state: 'open', due: '2023-08-05', counts: counts({ missing: 3 }) } as const
    expect(['2023-08-04', '2023-08-05', '2023-08-06'].map(today => overdueOf(line, today))).toEqual([0, 0, 3])
    expect(overdueOf({ ...line, state: 'closed' }, '2023-08-06')).toBe(0)
  })

  it('counts every unit once', () => {
    const parts = partsOf(counts({ submitted: 7, accepted: 4, returned: 1 }))
    expect(parts.map(part => part.count)).toEqual([4, 2, 1, 3])
    expect(partsOf(counts({})).map(part => part.count)).toEqual([0, 0, 0, 10])
  })
})
