import { addDays, type Day } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { day } from '../testing/facts.ts'
import { judgeRun, monthsAfter, type Run, termEnd } from './run.ts'

const judge = (run: Run, term: Parameters<typeof judgeRun>[1], asOf: Day) =>
  judgeRun(run, term, asOf, PUBLISHED_CALENDAR)

describe('a limit in working days', () => {
  // 29 September to 6 October 2023 are days off, 7 and 8 October are made up for.
  const seven = { workingDays: 7 }
  it.each([
    ['2023-09-25', '2023-10-10'],
    ['2023-10-08', '2023-10-17'],
    ['2023-06-01', '2023-06-12'],
  ])('from %s of seven ends on %s', (from, due) => {
    expect(termEnd(from, seven, PUBLISHED_CALENDAR)).toEqual({ due, provisional: false })
  })

  it.each([
    ['2023-06-11', 'running'],
    ['2023-06-12', 'running'],
    ['2023-06-13', 'late'],
  ])('not done on %s: %s', (asOf, state) => {
    expect(judge({ from: '2023-06-01' }, seven, asOf).state).toBe(state)
  })

  it.each([
    ['2023-06-12', 'done', 7],
    ['2023-06-13', 'done-late', 8],
  ])('done on %s: %s after %i days', (done, state, used) => {
    expect(judge({ from: '2023-06-01', done }, seven, '2023-12-31')).toMatchObject({
      state,
      used,
      due: '2023-06-12',
    })
  })

  it('is not done by what comes after the as-of date', () => {
    expect(judge({ from: '2023-06-01', done: '2023-06-12' }, seven, '2023-06-11').state).toBe('running')
  })

  it('stands while papers are awaited: the day of stopping counts, the day of going on does not', () => {
    const pauses = [{ from: '2023-06-05', to: '2023-06-08' }]
    expect(judge({ from: '2023-06-01', pauses }, seven, '2023-06-15')).toEqual({
      state: 'running',
      due: '2023-06-15',
      used: 7,
      provisional: false,
    })
    expect(judge({ from: '2023-06-01', pauses }, seven, '2023-06-16').state).toBe('late')
    expect(judge({ from: '2023-06-01', pauses }, seven, '2023-06-07')).toMatchObject({
      state: 'paused',
      due: null,
      used: 2,
    })
  })

  it('has no last day while a pause has no end', () => {
    const open = { from: '2023-06-01', pauses: [{ from: '2023-06-02' }] }
    expect(judge(open, seven, '2024-06-01')).toMatchObject({ state: 'paused', due: null, used: 1 })
  })

  it('that had run out before the pause is late all the same', () => {
    const open = { from: '2023-06-01', pauses: [{ from: '2023-06-12' }] }
    expect(judge(open, seven, '2023-06-20').state).toBe('late')
  })
})

describe('other limits', () => {
  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-06-15', 3, '2023-09-15'],
    ['2023-12-31', 2, '2024-02-29'],
  ])('%s and %i months: %s', (from, months, to) => expect(monthsAfter(from, months)).toBe(to))

  it('in calendar days count every day, in months those of the calendar, both without the days that stood', () => {
    const pauses = [{ from: '2023-06-05', to: '2023-06-08' }]
    expect(judge({ from: '2023-06-01', pauses }, { days: 10 }, '2023-06-02').due).toBe('2023-06-14')
    expect(judge({ from: '2023-06-01', pauses }, { months: 1 }, '2023-06-02').due).toBe('2023-07-04')
  })

  it('a pause of n days moves a limit by n days, wherever it lies inside', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(58),
        fc.integer({ min: 1, max: 30 }),
        (from, days, at, long) => {
          const stop = addDays(from, at % days)
          const run = { from, pauses: [{ from: stop, to: addDays(stop, long) }] }
          expect(judge(run, { days }, addDays(from, days + long)).due).toBe(addDays(from, days + long))
        },
      ),
    )
  })
})
