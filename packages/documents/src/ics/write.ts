import { addDays, type Day } from '@guatu/kernel'

/** A day in a calendar, all of it: a due day has no hour and no time zone. */
export interface DayEvent {
  /** The same for the same thing, whatever is said of it. */
  readonly uid: string
  readonly day: Day
  readonly summary: string
  readonly description?: string
  readonly url?: string
}

export interface DayCalendar {
  readonly name: string
  /** When it was made, `2026-11-26T06:35:00.000Z`. */
  readonly madeAt: string
  readonly events: readonly DayEvent[]
}

/** RFC 5545, as bytes: CRLF, lines of at most 75 octets. The same calendar gives the same bytes. */
export function writeIcs({ name, madeAt, events }: DayCalendar): Uint8Array {
  const stamp = madeAt.replace(/[-:]/g, '').replace(/\.\d+/, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guatu//Guatu//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap(event => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(`${lines.map(folded).join('\r\n')}\r\n`)
}

/** The end of an all-day event is the day after. */
const eventLines = ({ uid, day, summary, description, url }: DayEvent, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
  `SUMMARY:${escaped(summary)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
  ...(url ? [`URL:${url}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

const LONGEST = 75
const utf8 = new TextEncoder()

/** Longer lines go on behind a space, which counts; no character is cut in two. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const more = utf8.encode(character).length
    if (octets + more > LONGEST) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += more
  }
  return text
}
