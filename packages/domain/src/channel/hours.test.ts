import { addDays, type Day } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { goesAt, kindsAt, type LocalMinute, SEND_DEFAULTS, type SendSettings } from './hours.ts'
import { clockText, hoursText, readHours, readKinds } from './hours-text.ts'
import { NOTICE_KINDS, type NoticeKind } from './kinds.ts'

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const at = (text: string): LocalMinute => ({ day: text.slice(0, 10), minute: minuteOf(text.slice(11)) })
const textOf = ({ day, minute }: LocalMinute) => `${day} ${clockText(minute)}`
const goes = (kind: NoticeKind, text: string, settings: SendSettings = SEND_DEFAULTS) =>
  textOf(goesAt(kind, at(text), settings, PUBLISHED_CALENDAR))

describe('a word of the usual kinds, between 08:30 and 17:30 on working days', () => {
  // 2023-06-09 is a Friday; 2023-06-22 to 24 are days off, and Sunday 06-25 is worked instead.
  it.each<[now: string, goes: string]>([
    ['2023-06-09 00:00', '2023-06-09 08:30'],
    ['2023-06-09 08:29', '2023-06-09 08:30'],
    ['2023-06-09 08:30', '2023-06-09 08:30'],
    ['2023-06-09 08:31', '2023-06-09 08:31'],
    ['2023-06-09 17:29', '2023-06-09 17:29'],
    ['2023-06-09 17:30', '2023-06-12 08:30'],
    ['2023-06-09 17:31', '2023-06-12 08:30'],
    ['2023-06-09 23:59', '2023-06-12 08:30'],
    ['2023-06-10 00:00', '2023-06-12 08:30'],
    ['2023-06-11 12:00', '2023-06-12 08:30'],
    ['2023-06-12 00:00', '2023-06-12 08:30'],
    ['2023-06-21 17:29', '2023-06-21 17:29'],
    ['2023-06-21 17:30', '2023-06-25 08:30'],
    ['2023-06-22 10:00', '2023-06-25 08:30'],
    ['2023-06-24 23:59', '2023-06-25 08:30'],
    ['2023-06-25 10:00', '2023-06-25 10:00'],
    ['2023-12-29 17:30', '2024-01-02 08:30'],
  ])('at %s goes at %s', (now, expected) => {
    expect(goes('reminder', now)).toBe(expected)
  })
})

describe('a word of an urgent kind, between 08:00 and 20:00 on every day', () => {
  const settings: SendSettings = { ...SEND_DEFAULTS, urgentKinds: ['returned'] }
  it.each<[now: string, goes: string]>([
    ['2023-06-10 07:59', '2023-06-10 08:00'],
    ['2023-06-10 08:00', '2023-06-10 08:00'],
    ['2023-06-10 08:01', '2023-06-10 08:01'],
    ['2023-06-10 19:59', '2023-06-10 19:59'],
    ['2023-06-10 20:00', '2023-06-11 08:00'],
    ['2023-06-10 20:01', '2023-06-11 08:00'],
  ])('at %s goes at %s', (now, expected) => {
    expect(goes('returned', now, settings)).toBe(expected)
  })
  it('and the others wait for their own', () => {
    expect(goes('late', '2023-06-10 12:00', settings)).toBe('2023-06-12 08:30')
  })
})

it('hours up to the end of the day leave out no minute of it', () => {
  const usual = { from: 0, to: 24 * 60, days: 'every' } as const
  const all = { ...SEND_DEFAULTS, usual }
  for (const now of ['2023-06-10 00:00', '2023-06-10 23:59']) expect(goes('late', now, all)).toBe(now)
})

it.each<[now: string, settings: SendSettings, kinds: readonly NoticeKind[]]>([
  ['2023-06-09 08:29', SEND_DEFAULTS, ['delivery']],
  ['2023-06-09 08:30', SEND_DEFAULTS, NOTICE_KINDS],
  [
    '2023-06-10 08:30',
    { ...SEND_DEFAULTS, urgentKinds: ['late', 'closing'] },
    ['late', 'closing', 'delivery'],
  ],
])('at %s with %j may go %j', (now, settings, kinds) => {
  expect(kindsAt(at(now), settings, PUBLISHED_CALENDAR)).toEqual(kinds)
})

it('at any minute a word goes at once or later, at a minute at which it may go, and never earlier for being asked later', () => {
  const minute = fc.record({
    day: fc.nat(800).map((days): Day => addDays('2023-01-01', days)),
    minute: fc.nat(24 * 60 - 1),
  })
  const hours = fc
    .record({ a: fc.nat(24 * 60), b: fc.nat(24 * 60), days: fc.constantFrom('working', 'every') })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, days }) => ({ from: Math.min(a, b), to: Math.max(a, b), days }))
  fc.assert(
    fc.property(minute, minute, hours, (one, other, usual) => {
      const settings = { ...SEND_DEFAULTS, usual }
      const first = goesAt('late', one, settings, PUBLISHED_CALENDAR)
      expect(textOf(first) >= textOf(one)).toBe(true)
      expect(kindsAt(first, settings, PUBLISHED_CALENDAR)).toContain('late')
      const second = goesAt('late', other, settings, PUBLISHED_CALENDAR)
      if (textOf(one) <= textOf(other)) expect(textOf(first) <= textOf(second)).toBe(true)
    }),
  )
})

describe('the settings', () => {
  it.each([
    ['08:30-17:30/working', SEND_DEFAULTS.usual],
    ['00:00-24:00/every', { from: 0, to: 1440, days: 'every' }],
    ['08:30-08:31/every', { from: 510, to: 511, days: 'every' }],
    ['08:30-08:30/every', undefined],
    ['17:30-08:30/every', undefined],
    ['08:60-17:30/every', undefined],
    ['00:00-24:01/every', undefined],
    ['8:30-17:30/every', undefined],
    ['08:30-17:30/never', undefined],
    ['08:30-17:30', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readHours(text)).toEqual(expected)
    if (expected) expect(hoursText(readHours(text) ?? SEND_DEFAULTS.urgent)).toBe(text)
  })
  it.each([
    ['', []],
    ['late', ['late']],
    ['late,returned,late', ['late', 'returned']],
    ['late,other', undefined],
    [',', undefined],
  ])('urgent kinds: %j', (text, expected) => {
    expect(readKinds(text)).toEqual(expected)
  })
})
