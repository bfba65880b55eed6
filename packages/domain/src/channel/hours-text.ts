import { SEND_DAYS, type SendDays, type SendHours } from './hours.ts'
import { NOTICE_KINDS, type NoticeKind } from './kinds.ts'

const END_OF_DAY = 24 * 60
const HOURS = /^(\d{2}:\d{2})-(\d{2}:\d{2})\/([a-z]+)$/

/** Text of the setting: `08:30-17:30/working`. Undefined where it says no such thing, or never ends after it begins. */
export function readHours(text: string): SendHours | undefined {
  const [, begins = '', ends = '', days = ''] = HOURS.exec(text) ?? []
  const [from, to] = [readClock(begins), readClock(ends)]
  if (from === undefined || to === undefined || from >= to || !isSendDays(days)) return undefined
  return { from, to, days }
}

export const hoursText = ({ from, to, days }: SendHours): string =>
  `${clockText(from)}-${clockText(to)}/${days}`

/** Minutes of the day of `08:30`; up to `24:00`. */
function readClock(text: string): number | undefined {
  const [hour, minute] = text.split(':').map(Number)
  if (text === '' || hour === undefined || minute === undefined || minute > 59) return undefined
  const minutes = hour * 60 + minute
  return minutes <= END_OF_DAY ? minutes : undefined
}

export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

/** Text of the setting: `returned,late`; empty for none. Undefined where a name is unknown. */
export function readKinds(text: string): readonly NoticeKind[] | undefined {
  const kinds = text === '' ? [] : text.split(',')
  return kinds.every(isNoticeKind) ? [...new Set(kinds)] : undefined
}

const isNoticeKind = (text: string): text is NoticeKind => (NOTICE_KINDS as readonly string[]).includes(text)
const isSendDays = (text: string): text is SendDays => (SEND_DAYS as readonly string[]).includes(text)
