import { periodSpan } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import type { UnitCompleteness } from '../completeness/index.ts'
import { type ClosingRequest, closePeriod } from './close.ts'
import { freezes, shutBy, type UnlockFact } from './freezes.ts'
import { unlockPeriod } from './unlock.ts'
import { endUnlock } from './unlock-end.ts'

const DISPATCHER = { role: 'dispatcher', unit: 'office', person: 'wang' }

it.each<[closed: string, period: string, frozen: boolean]>([
  ['2023-05', '2023-05', true],
  ['2023-05', '2023-W19', true],
  ['2023-05', '2023-W18', true],
  ['2023-05', '2023-W22', false],
  ['2023-05', '2023-05-T3', true],
  ['2023-05', '2023-05-F1', true],
  ['2023-05', '2023-05-31', true],
  ['2023-05', '2023-06-01', false],
  ['2023-05', '2023-04-30', false],
  ['2023-05', '2023-Q2', false],
  ['2023-Q2', '2023-05', true],
  ['2023-Q2', '2023-W26', false],
  ['2023-W22', '2023-05', false],
])('closing %s freezes %s: %s', (closed, period, frozen) => {
  expect(freezes(periodSpan(closed), period)).toBe(frozen)
})

it.each<[period: string, frozen: boolean]>([
  ['2023-01', true],
  ['2023-02', true],
  ['2023-W05', true], // 30 January to 5 February
  ['2023-01-01', true],
  ['2022-12-31', false],
  ['2023-W52', false],
  ['2022-W52', false], // 26 December to 1 January
  ['2023-W01', true], // 2 to 8 January
  ['2023-W08', true], // 20 to 26 February
  ['2023-W09', false], // 27 February to 5 March
  ['2023-03', false],
  ['2023-Q1', false],
])('closing January and February together freezes %s: %s', (period, frozen) => {
  const closed = { period: '2023-02', start: '2023-01-01', end: '2023-02-28' }
  expect(freezes(closed, period)).toBe(frozen)
  expect(shutBy(period, [closed], [], '2023-03-07T02:00:00Z')).toBe(frozen ? '2023-02' : undefined)
})
const whole = (period: string) => ({ period, ...periodSpan(period) })

describe('a period is shut', () => {
  const unlock: UnlockFact = {
    period: '2023-05',
    reason: '漏报',
    by: 'wang',
    from: '2023-06-07T01:00:00Z',
    until: '2023-06-07T09:00:00Z',
  }
  it.each<[now: string, shut: string | undefined]>([
    ['2023-06-07T00:59:59Z', '2023-05'],
    ['2023-06-07T01:00:00Z', undefined],
    ['2023-06-07T08:59:59Z', undefined],
    ['2023-06-07T09:00:00Z', '2023-05'],
  ])('at %s by %s', (now, shut) => {
    expect(shutBy('2023-W20', [whole('2023-04'), whole('2023-05')], [unlock], now)).toBe(shut)
  })
  it.each<[now: string, shut: string | undefined]>([
    ['2023-06-07T00:59:59Z', '2023-05'],
    ['2023-06-07T01:00:00Z', undefined],
    ['2023-06-07T03:59:59Z', undefined],
    ['2023-06-07T04:00:00Z', '2023-05'],
    ['2023-06-07T08:59:59Z', '2023-05'],
    ['2023-06-07T09:00:00Z', '2023-05'],
  ])('at %s by %s, where the unlock is ended at four', (now, shut) => {
    const ended = { ...unlock, ended: '2023-06-07T04:00:00Z' }
    expect(shutBy('2023-W20', [whole('2023-05')], [ended], now)).toBe(shut)
  })
  it('by each closing that holds it: one unlock does not open the other', () => {
    expect(shutBy('2023-05', [whole('2023-05'), whole('2023-Q2')], [unlock], '2023-06-07T02:00:00Z')).toBe(
      '2023-Q2',
    )
    expect(shutBy('2023-06', [whole('2023-05')], [], '2023-06-07T02:00:00Z')).toBe(undefined)
  })
})

describe('a closing', () => {
  const unit = (id: string, state: UnitCompleteness['state'], sentOn: string | null): UnitCompleteness => ({
    unit: id,
    period: '2023-05',
    due: '2023-06-05',
    state,
    expected: 2,
    submitted: sentOn === null ? 0 : 1,
    missing: sentOn === null ? ['a', 'b'] : ['b'],
    sentOn,
    onTime: null,
    daysLate: 0,
    accepted: state === 'accepted',
  })
  const REQUEST: ClosingRequest = {
    period: '2023-05',
    from: '2023-05-01',
    actor: DISPATCHER,
    asOf: '2023-06-06',
    closed: ['2023-04'],
    returns: [
      unit('housing', 'accepted', '2023-06-01'),
      unit('water', 'open', null),
      unit('roads', 'returned', '2023-06-02'),
    ],
    confirmed: ['water', 'roads'],
  }
  const close = (changes: Partial<ClosingRequest>) => {
    const closed = closePeriod({ ...REQUEST, ...changes })
    return closed.ok ? closed.value : closed.error
  }

  it('names who is missing and what was not accepted', () => {
    expect(close({})).toEqual({
      period: '2023-05',
      from: '2023-05-01',
      asOf: '2023-05-31',
      accepted: ['housing'],
      missing: ['water'],
      notAccepted: ['roads'],
      blankRows: 4,
    })
  })

  it.each<[string, Partial<ClosingRequest>, string]>([
    ['by a reporter', { actor: { role: 'reporter', unit: 'office' } }, 'closing.not-yours'],
    ['by a leader', { actor: { role: 'leader', unit: 'office' } }, 'closing.not-yours'],
    ['twice', { closed: ['2023-05'] }, 'closing.already'],
    ['the day before the period ends', { asOf: '2023-05-30' }, 'closing.not-ended'],
    ['with nobody confirmed', { confirmed: [] }, 'closing.unconfirmed'],
    ['with the missing alone confirmed', { confirmed: ['water'] }, 'closing.unconfirmed'],
    ['with the unaccepted alone confirmed', { confirmed: ['roads'] }, 'closing.unconfirmed'],
  ])('%s is refused', (_, changes, code) => {
    expect(close(changes)).toMatchObject({ code })
  })

  it('may be on the last day, and needs no names where all is accepted', () => {
    expect(close({ asOf: '2023-05-31' })).toMatchObject({ asOf: '2023-05-31' })
    expect(close({ returns: REQUEST.returns.slice(0, 1), confirmed: [] })).toMatchObject({ missing: [] })
    expect(close({ confirmed: ['water'] })).toEqual({
      code: 'closing.unconfirmed',
      params: { units: 'roads', count: 1 },
    })
  })
})

describe('an unlock', () => {
  const unlock = (changes: Partial<Parameters<typeof unlockPeriod>[0]>) => {
    const done = unlockPeriod({
      period: '2023-05',
      actor: DISPATCHER,
      closed: ['2023-05'],
      reason: ' 漏报 ',
      now: '2023-06-07T01:00:00Z',
      until: '2023-06-14T01:00:00Z',
      ...changes,
    })
    return done.ok ? done.value : done.error.code
  }
  it('has a reason, a person and an end', () => {
    expect(unlock({})).toEqual({
      period: '2023-05',
      reason: '漏报',
      by: 'wang',
      from: '2023-06-07T01:00:00Z',
      until: '2023-06-14T01:00:00Z',
    })
  })
  it.each<[Partial<Parameters<typeof unlockPeriod>[0]>, string]>([
    [{ actor: { ...DISPATCHER, role: 'reporter' } }, 'unlock.not-yours'],
    [{ closed: ['2023-04'] }, 'unlock.not-closed'],
    [{ reason: ' ' }, 'unlock.reason-missing'],
    [{ until: '2023-06-07T01:00:00Z' }, 'unlock.until-past'],
    [{ until: 'tomorrow' }, 'unlock.until-past'],
    [{ until: '2023-06-15T00:00:00Z' }, 'unlock.too-long'],
  ])('%j is refused', (changes, code) => {
    expect(unlock(changes)).toBe(code)
  })
})

describe('the end of an unlock before its time', () => {
  const unlock: UnlockFact = {
    ...{ period: '2023-05', reason: '漏报', by: 'li' },
    ...{ from: '2023-06-07T01:00:00Z', until: '2023-06-07T09:00:00Z' },
  }
  const end = (role: string, given: UnlockFact | undefined, now: string) => {
    const done = endUnlock({ period: '2023-05', actor: { ...DISPATCHER, role }, unlock: given, now })
    return done.ok ? done.value : done.error.code
  }
  const STATES: [state: string, UnlockFact | undefined, now: string, ends: boolean][] = [
    ['never unlocked', undefined, '2023-06-07T02:00:00Z', false],
    ['unlocked of another period', { ...unlock, period: '2023-04' }, '2023-06-07T02:00:00Z', false],
    ['not yet unlocked', unlock, '2023-06-07T00:59:59Z', false],
    ['just unlocked', unlock, '2023-06-07T01:00:00Z', true],
    ['in its last second', unlock, '2023-06-07T08:59:59Z', true],
    ['ended by itself', unlock, '2023-06-07T09:00:00Z', false],
    ['ended before', { ...unlock, ended: '2023-06-07T02:00:00Z' }, '2023-06-07T02:00:00Z', false],
  ]
  const ROLES = ['dispatcher', 'reporter', 'leader', 'inspector', 'administrator']
  it.each(STATES.flatMap(state => ROLES.map(role => [...state, role] as const)))(
    '%s: %j at %s ends %s by a %s',
    (_, given, now, ends, role) => {
      const expected =
        role !== 'dispatcher' ? 'unlock.not-yours' : ends ? { ...unlock, ended: now } : 'unlock.not-open'
      expect(end(role, given, now)).toEqual(expected)
    },
  )
})
