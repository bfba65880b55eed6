import { addDays, type Day, type PeriodKind, periodSpan } from '@guatu/kernel'
import type { Cadence } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { Facts, ReturnFact } from '../facts/index.ts'
import { day, EMPTY } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { cycleOf, cycleSpan, dueWithin, lastDue, workingDayBefore, workingDaysLate } from './cycle.ts'
import { lateUnits } from './late.ts'

const cadence = (every: PeriodKind, dueDays?: number): Cadence => ({
  id: 'return',
  name: '报送',
  nameEn: 'Return',
  covers: [],
  terms: [],
  every,
  does: 'count',
  lists: ['key'],
  dueDays,
  asksReturn: true,
})
const monthly = cadence('month', 5)
const due = (of: Cadence, asOf: Day) => {
  const { period, due: by } = lastDue(of, asOf, PUBLISHED_CALENDAR)
  return [period, by]
}

describe('cycles', () => {
  it('are due at the end of their period, or so many days after it', () => {
    expect(cycleOf(cadence('quarter'), '2023-Q2', PUBLISHED_CALENDAR).due).toBe('2023-06-30')
    expect(cycleOf(monthly, '2023-05', PUBLISHED_CALENDAR).due).toBe('2023-06-05')
    expect(cycleOf(cadence('week', 1), '2023-W21', PUBLISHED_CALENDAR).due).toBe('2023-05-29')
  })

  it('are provisional where the calendar of the due day is not published', () => {
    const last = PUBLISHED_CALENDAR.publishedThrough
    expect(cycleOf(cadence('day'), last, PUBLISHED_CALENDAR).provisional).toBe(false)
    expect(cycleOf(cadence('day', 1), last, PUBLISHED_CALENDAR).provisional).toBe(true)
  })

  it('stay the ones to be late with until the next is past due', () => {
    expect(due(monthly, '2023-06-05')).toEqual(['2023-04', '2023-05-05'])
    expect(due(monthly, '2023-06-06')).toEqual(['2023-05', '2023-06-05'])
    expect(due(monthly, '2023-05-31')).toEqual(['2023-04', '2023-05-05'])
    expect(due(cadence('month'), '2023-05-31')).toEqual(['2023-04', '2023-04-30'])
    expect(due(cadence('month'), '2023-06-01')).toEqual(['2023-05', '2023-05-31'])
  })

  it('of every other week come in pairs from the week of the first day', () => {
    const paired: Cadence = { ...cadence('week'), everyOther: '2023-10-25' }
    expect(due(paired, '2023-11-05')).toEqual(['2023-W42', '2023-10-22'])
    expect(due(paired, '2023-11-06')).toEqual(['2023-W44', '2023-11-05'])
    expect(due(paired, '2023-11-19')).toEqual(['2023-W44', '2023-11-05'])
    expect(due(paired, '2023-11-20')).toEqual(['2023-W46', '2023-11-19'])
    expect(dueWithin(paired, '2023-11-06', 30, PUBLISHED_CALENDAR).map(one => [one.period, one.due])).toEqual(
      [
        ['2023-W46', '2023-11-19'],
        ['2023-W48', '2023-12-03'],
      ],
    )
    expect(cycleSpan(paired, lastDue(paired, '2023-11-20', PUBLISHED_CALENDAR))).toEqual({
      start: '2023-11-06',
      end: '2023-11-19',
    })
  })

  it('are due on a working day after the period: the third after September 2023 lies behind the holidays', () => {
    const working: Cadence = { ...cadence('month'), dueWorkingDays: 3 }
    const of = (period: string) => cycleOf(working, period, PUBLISHED_CALENDAR)
    expect([of('2023-09').due, of('2023-05').due]).toEqual(['2023-10-09', '2023-06-05'])
    expect(of('2023-09').provisional).toBe(false)
  })

  it('are due by the end of a month inside the period', () => {
    const second: Cadence = { ...cadence('quarter'), dueMonth: 2 }
    expect(due(second, '2023-05-31')).toEqual(['2023-Q1', '2023-02-28'])
    expect(due(second, '2023-06-01')).toEqual(['2023-Q2', '2023-05-31'])
  })

  it('that fall due soon are all named, also where several overlap', () => {
    const soon = (of: Cadence, asOf: Day, days: number) =>
      dueWithin(of, asOf, days, PUBLISHED_CALENDAR).map(one => [one.period, one.due])
    expect(soon(monthly, '2023-05-31', 4)).toEqual([])
    expect(soon(monthly, '2023-05-31', 5)).toEqual([['2023-05', '2023-06-05']])
    expect(soon(monthly, '2023-06-05', 7)).toEqual([])
    expect(soon(cadence('week', 10), '2023-05-29', 7)).toEqual([['2023-W20', '2023-05-31']])
    expect(soon(cadence('week', 10), '2023-05-29', 10)).toEqual([
      ['2023-W20', '2023-05-31'],
      ['2023-W21', '2023-06-07'],
    ])
  })

  it('follow each other without one being left out', () => {
    const cadences = fc
      .tuple(
        fc.constantFrom<PeriodKind>('day', 'week', 'ten-days', 'half-month', 'month', 'quarter'),
        fc.nat(31),
      )
      .map(([every, days]) => cadence(every, days))
    fc.assert(
      fc.property(cadences, day, fc.nat(60), (of, asOf, days) => {
        const { period, due: last } = lastDue(of, asOf, PUBLISHED_CALENDAR)
        expect(last < asOf).toBe(true)
        const cycles = dueWithin(of, asOf, days, PUBLISHED_CALENDAR)
        expect(cycles.every(one => one.due > asOf && one.due <= addDays(asOf, days))).toBe(true)
        const ends = [period, ...cycles.map(one => one.period)].map(one => periodSpan(one))
        ends.slice(2).forEach((span, index) => {
          expect(span.start).toBe(addDays(ends[index + 1]?.end ?? '', 1))
        })
      }),
    )
  })

  it('by the day come when the office calls them: none falls due, nobody is late', () => {
    const called = cadence('day')
    expect(dueWithin(called, '2023-06-01', 30, PUBLISHED_CALENDAR)).toEqual([])
    const facts: Facts = {
      ...EMPTY,
      projects: [{ id: 'a', name: 'a', leadUnit: 'housing' }],
      memberships: [{ project: 'a', list: 'key', year: 2023 }],
    }
    const late = (of: Cadence) =>
      lateUnits({ ...SAMPLE, cadences: [of] }, facts, '2023-06-08', PUBLISHED_CALENDAR)
    expect([late(called).length, late(cadence('week')).length]).toEqual([0, 1])
  })

  it('count lateness in working days, and plan by the working day before a holiday', () => {
    const cycle = cycleOf(cadence('month', 5), '2024-09', PUBLISHED_CALENDAR)
    expect(cycle.due).toBe('2024-10-05')
    expect(workingDaysLate(cycle, '2024-10-07', PUBLISHED_CALENDAR)).toBe(0)
    expect(workingDaysLate(cycle, '2024-10-08', PUBLISHED_CALENDAR)).toBe(1)
    expect(workingDayBefore('2024-10-05', PUBLISHED_CALENDAR)).toBe('2024-09-30')
    expect(workingDayBefore('2024-10-08', PUBLISHED_CALENDAR)).toBe('2024-10-08')
  })
})

describe('late units', () => {
  const scheme = { ...SAMPLE, cadences: [monthly, { ...cadence('week'), id: 'count', asksReturn: false }] }
  const returned = (project: string, period: string): ReturnFact => ({
    project,
    period,
    figures: { 'invest-ytd': 1 },
  })
  const facts = (returns: readonly ReturnFact[], year = 2023): Facts => ({
    ...EMPTY,
    projects: [
      { id: 'a', name: 'a', leadUnit: 'housing' },
      { id: 'b', name: 'b', leadUnit: 'housing' },
      { id: 'c', name: 'c', ownerUnit: 'water' },
      { id: 'd', name: 'd', leadUnit: 'other-list' },
    ],
    memberships: [
      ...['a', 'b', 'c'].map(project => ({ project, list: 'key', year })),
      { project: 'd', list: 'backed', year },
    ],
    returns,
  })
  const late = (of: Facts, asOf: Day) =>
    lateUnits(scheme, of, asOf, PUBLISHED_CALENDAR).map(one => [
      one.unit,
      one.cycle.period,
      one.daysLate,
      one.missing,
      one.expected,
    ])

  it('are those whose projects did not report in the period, most first', () => {
    const some = facts([returned('a', '2023-05'), returned('b', '2023-04'), returned('c', '2023-06')])
    expect(late(some, '2023-06-08')).toEqual([
      ['housing', '2023-05', 3, ['b'], 2],
      ['water', '2023-05', 3, ['c'], 1],
    ])
    expect(late(facts([]), '2023-06-08').map(([unit]) => unit)).toEqual(['housing', 'water'])
  })

  it('owe one return for a period, whatever number of cadences ask, by the day due first', () => {
    const both = {
      ...scheme,
      cadences: [
        monthly,
        { ...cadence('month', 3), id: 'early', nature: ['new' as const] },
        { ...cadence('week', 1), id: 'weekly', nature: ['new' as const] },
      ],
    }
    const some = facts([returned('b', '2023-05')])
    const natures = some.memberships.map(one => ({ ...one, nature: 'new' as const }))
    const of = (memberships: Facts['memberships']) =>
      lateUnits(both, { ...some, memberships }, '2023-06-08', PUBLISHED_CALENDAR).map(one => [
        one.unit,
        one.cycle.period,
        one.cycle.cadence,
        one.missing,
        one.expected,
      ])
    expect(of(natures)).toEqual([
      ['housing', '2023-W22', 'weekly', ['a', 'b'], 2],
      // A return of May ends in that week and is none of it.
      ['housing', '2023-05', 'early', ['a'], 2],
      ['water', '2023-05', 'early', ['c'], 1],
      ['water', '2023-W22', 'weekly', ['c'], 1],
    ])
  })

  it('are not late on the due day, nor freed of the period before until then', () => {
    const may = facts(['a', 'b', 'c'].map(id => returned(id, '2023-04')))
    expect(late(may, '2023-06-05')).toEqual([])
    expect(late(may, '2023-06-06').length).toBe(2)
    expect(late(facts([]), '2023-05-31').map(one => one[1])).toEqual(['2023-04', '2023-04'])
  })

  it('have reported with a return of any shorter period that ended inside it', () => {
    const parts = facts([returned('a', '2023-W20'), returned('b', '2023-05-31'), returned('c', '2023-05-T1')])
    expect(late(parts, '2023-06-08')).toEqual([])
  })

  it('are asked for projects whose work has begun, or has not, by what the period itself reported', () => {
    const staged = (project: string, period: string, stage: string): ReturnFact => ({
      project,
      period,
      figures: { stage },
    })
    const some = facts([
      staged('a', '2023-04', 'started'),
      staged('b', '2023-04', 'prepare'),
      staged('b', '2023-06', 'started'),
    ])
    const asked = (work: Cadence['work'], of = some) =>
      lateUnits({ ...scheme, cadences: [{ ...monthly, work }] }, of, '2023-06-08', PUBLISHED_CALENDAR)
        .flatMap(one => one.missing)
        .sort()
    expect(asked('begun')).toEqual(['a'])
    expect(asked('not-begun')).toEqual(['b', 'c'])
    expect(asked('begun', facts([staged('a', '2023-04', 'paused')]))).toEqual(['a'])
    expect(
      asked('begun', facts([staged('a', '2023-03', 'started'), staged('a', '2023-04', 'prepare')])),
    ).toEqual([])
  })

  it('have reported for a pair of weeks with a return of either', () => {
    const paired = { ...cadence('week'), everyOther: '2023-05-15' }
    const missing = (week: string) =>
      lateUnits(
        { ...scheme, cadences: [paired] },
        facts(['a', 'b', 'c'].map(id => returned(id, week))),
        '2023-05-29',
        PUBLISHED_CALENDAR,
      ).length
    expect(['2023-W19', '2023-W20', '2023-W21', '2023-W22'].map(missing)).toEqual([2, 0, 0, 2])
  })

  it('owe nothing that was due before the plan came into force', () => {
    const from = (inForce: Day) => ({ ...scheme, inForce: { ...scheme.inForce, from: inForce } })
    const count = (inForce: Day) =>
      lateUnits(from(inForce), facts([]), '2023-05-31', PUBLISHED_CALENDAR).length
    expect([count('2023-05-05'), count('2023-05-06')]).toEqual([2, 0])
  })

  it('answer for December by the lists of December', () => {
    expect(late(facts([]), '2024-01-08').length).toBe(2)
    expect(late(facts([], 2024), '2024-01-08')).toEqual([])
  })
})
