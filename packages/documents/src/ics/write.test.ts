import { expect, it } from 'vitest'
import { writeIcs } from './write.ts'

const calendar = { name: '报送日历', madeAt: '2023-05-20T06:35:00.123Z', events: [] }
const text = (events: Parameters<typeof writeIcs>[0]['events']) =>
  new TextDecoder().decode(writeIcs({ ...calendar, events }))
const event = { uid: 'monthly 2023-05 zs@guatu', day: '2023-12-31', summary: '月报' }

it('is a calendar of whole days, byte for byte as RFC 5545 writes it', () => {
  expect(text([{ ...event, description: '第一行\n第二行', url: 'http://10.0.0.1/returns' }])).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Guatu//Guatu//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:报送日历',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'BEGIN:VEVENT',
      'UID:monthly 2023-05 zs@guatu',
      'DTSTAMP:20230520T063500Z',
      'DTSTART;VALUE=DATE:20231231',
      'DTEND;VALUE=DATE:20240101',
      'SUMMARY:月报',
      'DESCRIPTION:第一行\\n第二行',
      'URL:http://10.0.0.1/returns',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

it('escapes what separates values', () => {
  expect(text([{ ...event, summary: 'a,b;c\\d\re\r\nf' }])).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\r\n')
})

const summaryLines = (summary: string) => {
  const all = text([{ ...event, summary }])
  return all.slice(all.indexOf('SUMMARY:'), all.indexOf('\r\nTRANSP')).split('\r\n')
}

it.each([
  ['75 octets stand on one line', 'x'.repeat(67), [75]],
  ['76 octets go on', 'x'.repeat(68), [75, 2]],
  ['three-octet characters are not cut', '报'.repeat(23), [74, 4]],
  ['just filling three-octet characters', `x${'报'.repeat(22)}`, [75]],
  ['four-octet characters are not cut', `xxx${'𠮷'.repeat(17)}`, [75, 5]],
])('%s', (_, summary, octets) => {
  const lines = summaryLines(summary)
  expect(lines.map(line => Buffer.byteLength(line))).toEqual(octets)
  expect(lines.map((line, index) => (index ? line.slice(1) : line)).join('')).toBe(`SUMMARY:${summary}`)
})
