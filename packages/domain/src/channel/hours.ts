import { addDays, type Day, isWorkingDay, type WorkingCalendar } from '@guatu/kernel'
import { NOTICE_KINDS, type NoticeKind } from './kinds.ts'

/**
 * When words leave the house (发送时段), by mail and group robots; notices in the product itself wait for nothing. No plan
 * gives these hours: they are ours, and a jurisdiction may set its own.
 */
export interface SendHours {
  /** Minutes of the day, the first inside. */
  readonly from: number
  /** The first no longer inside; 1440 is the end of the day. */
  readonly to: number
  readonly days: SendDays
}

export const SEND_DAYS = ['working', 'every'] as const
export type SendDays = (typeof SEND_DAYS)[number]

export interface SendSettings {
  readonly usual: SendHours
  /** Of the kinds that are urgent. */
  readonly urgent: SendHours
  readonly urgentKinds: readonly NoticeKind[]
}

export const SEND_DEFAULTS: SendSettings = {
  usual: { from: 8 * 60 + 30, to: 17 * 60 + 30, days: 'working' },
  urgent: { from: 8 * 60, to: 20 * 60, days: 'every' },
  urgentKinds: [],
}

/** As the clock on the wall shows it in the jurisdiction's time zone. */
export interface LocalMinute {
  readonly day: Day
  readonly minute: number
}

/** Undefined: at any hour. A message about messages is a test that somebody waits for. */
const hoursOf = (kind: NoticeKind, { usual, urgent, urgentKinds }: SendSettings): SendHours | undefined => {
  if (kind === 'delivery') return undefined
  return urgentKinds.includes(kind) ? urgent : usual
}

const isDayOf = ({ days }: SendHours, day: Day, calendar: WorkingCalendar) =>
  days === 'every' || isWorkingDay(calendar, day).value

/** The first minute, from that one on, at which a word of the kind may go out. */
export function goesAt(
  kind: NoticeKind,
  at: LocalMinute,
  settings: SendSettings,
  calendar: WorkingCalendar,
): LocalMinute {
  const hours = hoursOf(kind, settings)
  if (hours === undefined) return at
  const { from, to } = hours
  if (at.minute < to && isDayOf(hours, at.day, calendar)) return { ...at, minute: Math.max(at.minute, from) }
  let day = addDays(at.day, 1)
  while (!isDayOf(hours, day, calendar)) day = addDays(day, 1)
  return { day, minute: from }
}

/** Which kinds may go out at that minute. */
export const kindsAt = (
  at: LocalMinute,
  settings: SendSettings,
  calendar: WorkingCalendar,
): readonly NoticeKind[] =>
  NOTICE_KINDS.filter(kind => {
    const first = goesAt(kind, at, settings, calendar)
    return first.day === at.day && first.minute === at.minute
  })
