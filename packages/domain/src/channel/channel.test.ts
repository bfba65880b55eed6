import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from './answer.ts'
import type { Channel } from './kinds.ts'
import { freeAt } from './limits.ts'
import { botBody, partsOf } from './message.ts'
import { recipientsOf } from './recipients.ts'
import { afterAttempt, MOST_ATTEMPTS } from './retry.ts'
import { redact } from './setting.ts'
import { byteLength, splitText } from './split.ts'

describe('a text cut to a limit of bytes', () => {
  it.each([
    ['at the limit', 'a'.repeat(10), ['aaaaaaaaaa']],
    ['one over', 'a'.repeat(11), ['aaaaaaaaaa', 'a']],
    ['between characters of three bytes', '报送截止', ['报送截', '止']],
    ['between characters of four bytes', '𠮷𠮷𠮷', ['𠮷𠮷', '𠮷']],
    ['at the end of a line', 'aaaaaa\nbbbbbb', ['aaaaaa', 'bbbbbb']],
    ['not at a line end that leaves the part nearly empty', 'a\nbbbbbbbbbbb', ['a\nbbbbbbbb', 'bbb']],
  ])('%s', (_, text, parts) => expect(splitText(text, 10)).toEqual(parts))

  it('keeps every part within the limit and every character whole, but for line ends at the cuts', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '报', '𠮷', '\n', '"', 'é'), maxLength: 200 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 50 }), (text, limit) => {
        const parts = splitText(text, limit)
        expect(parts.every(part => byteLength(part) <= limit && !/\p{Surrogate}/u.test(part))).toBe(true)
        expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
      }),
    )
  })
})

describe('messages', () => {
  const told = (body: string) => ({ title: '催报', body })
  const counts = (channel: Channel, format: 'text' | 'markdown', bytes: number) =>
    partsOf(channel, { title: '', body: 'x'.repeat(bytes) }, format).length
  it.each([
    ['wecom', 'text', 2048],
    ['wecom', 'markdown', 4096],
    ['dingtalk', 'text', 19_400],
    ['feishu', 'text', 19_600],
  ] as const)('of %s as %s hold %i bytes', (channel, format, most) => {
    expect([counts(channel, format, most - 1), counts(channel, format, most)]).toEqual([1, 1])
    expect(counts(channel, format, most + 1)).toBe(2)
  })
  it('say which part they are', () => {
    const parts = partsOf('wecom', told('报'.repeat(1000)), 'text')
    expect(parts.map(part => part.body.slice(0, 5))).toEqual(['（1/2）', '（2/2）'])
    expect(Math.max(...parts.map(part => byteLength(part.body)))).toBeLessThanOrEqual(2048)
  })
  it('by mail are never cut, and the link stays apart', () => {
    const letter = { title: '催报', body: 'x'.repeat(99_999), link: 'http://h/returns' }
    expect(partsOf('mail', letter, 'text')).toEqual([letter])
  })
  it('carry no markdown that somebody typed', () => {
    const [part] = partsOf('wecom', told('[点此](http://bad) <font>'), 'markdown')
    expect(part?.body).toBe('催报\n［点此］(http://bad) ＜font＞')
  })
  it.each([
    ['wecom', 'text', { msgtype: 'text', text: { content: 'b' } }],
    ['wecom', 'markdown', { msgtype: 'markdown', markdown: { content: 'b' } }],
    ['dingtalk', 'text', { msgtype: 'text', text: { content: 'b' } }],
    ['dingtalk', 'markdown', { msgtype: 'markdown', markdown: { title: 't', text: 'b' } }],
    ['feishu', 'text', { msg_type: 'text', content: { text: 'b' } }],
  ] as const)('of %s as %s look like this', (channel, format, body) => {
    expect(botBody(channel, { title: 't', body: 'b' }, format)).toEqual(body)
  })
})

describe('the rate', () => {
  const at = (count: number, time: number) => Array<number>(count).fill(time)
  it.each<[string, Channel, number[], number, number]>([
    ['wecom 19 in a minute', 'wecom', at(19, 0), 1, 1],
    ['wecom 20 in a minute', 'wecom', at(20, 0), 1, 60_000],
    ['wecom a millisecond before the minute is over', 'wecom', at(20, 0), 59_999, 60_000],
    ['wecom at the end of the minute', 'wecom', at(20, 0), 60_000, 60_000],
    ['dingtalk 20 in a minute', 'dingtalk', at(20, 5), 6, 60_005],
    ['feishu 4 in a second', 'feishu', at(4, 0), 1, 1],
    ['feishu 5 in a second', 'feishu', at(5, 0), 1, 1000],
    ['feishu 99 in a minute', 'feishu', at(99, 0), 2000, 2000],
    ['feishu 100 in a minute', 'feishu', at(100, 0), 2000, 60_000],
    ['mail has none', 'mail', at(1000, 0), 1, 1],
  ])('%s', (_, channel, sent, now, free) => expect(freeAt(channel, sent, now)).toBe(free))
})

describe('a try that failed', () => {
  const failed = { kind: 'failed', error: 'http 500' } as const
  it('waits longer each time and ends with the seventh', () => {
    const minutes = [1, 5, 15, 60, 240, 720]
    const steps = [1, 2, 3, 4, 5, 6].map(attempt => afterAttempt(failed, attempt, 0))
    expect(steps).toEqual(minutes.map(m => ({ state: 'failed', nextTryAt: m * 60_000, error: 'http 500' })))
    expect(MOST_ATTEMPTS).toBe(7)
    expect(afterAttempt(failed, 7, 0)).toEqual({ state: 'given-up', error: 'http 500' })
  })
  it('waits at least as long as the channel asked', () => {
    expect(afterAttempt({ ...failed, waitMs: 600_000 }, 1, 5)).toMatchObject({ nextTryAt: 600_005 })
    expect(afterAttempt({ ...failed, waitMs: 600_000 }, 3, 5)).toMatchObject({ nextTryAt: 900_005 })
  })
})

describe('an answer', () => {
  it.each([
    ['wecom', 200, { errcode: 0, errmsg: 'ok' }, { kind: 'sent' }],
    ['feishu', 200, { code: 0 }, { kind: 'sent' }],
    ['feishu', 200, { StatusCode: 0 }, { kind: 'sent' }],
    ['wecom', 200, { errcode: 93000, errmsg: 'bad' }, { kind: 'failed', error: 'code 93000: bad' }],
    ['wecom', 200, { errcode: 45009 }, { kind: 'failed', error: 'code 45009', waitMs: 60_000 }],
    ['dingtalk', 200, { errcode: 130101 }, { kind: 'failed', error: 'code 130101', waitMs: 600_000 }],
    ['dingtalk', 200, { errcode: 310000 }, { kind: 'failed', error: 'code 310000' }],
    ['feishu', 200, { code: 11232 }, { kind: 'failed', error: 'code 11232', waitMs: 60_000 }],
    ['feishu', 200, { code: 19021 }, { kind: 'failed', error: 'code 19021' }],
    ['wecom', 200, undefined, { kind: 'failed', error: 'answer not understood' }],
    ['wecom', 500, { errcode: 0 }, { kind: 'failed', error: 'http 500' }],
    ['dingtalk', 429, undefined, { kind: 'failed', error: 'http 429', waitMs: 600_000 }],
  ] as const)('of %s with %i %j', (channel, status, answer, outcome) => {
    expect(readAnswer(channel, status, answer)).toEqual(outcome)
  })
})

describe('recipients', () => {
  const units = [{ id: 'office' }, { id: 'housing', parent: 'office' }, { id: 'town', parent: 'housing' }]
  const post = (person: string, unit: string, role: string, head = false) => ({
    id: `${person}@${unit}`,
    person,
    unit,
    role,
    head,
  })
  const clerk = post('clerk', 'town', 'reporter')
  const chief = post('chief', 'town', 'leader', true)
  const boss = post('boss', 'housing', 'reporter', true)
  const desk = post('desk', 'office', 'dispatcher')
  const all = [clerk, chief, boss, desk]
  it.each([
    ['reporter', all, ['clerk']],
    ['head', all, ['chief']],
    ['superior', all, ['boss']],
    ['reporter', [chief, boss, desk], ['chief']],
    ['head', [clerk, boss, desk], ['boss']],
    ['superior', [clerk, chief, desk], ['desk']],
  ] as const)('at level %s, case %#', (level, posts, persons) => {
    expect(recipientsOf({ toUnit: 'town', level }, posts, units)).toEqual(persons)
  })
  it('are the person named', () => {
    expect(recipientsOf({ toPerson: 'li' }, [], [])).toEqual(['li'])
  })
})

it('a text loses its secrets, also as they stand in an address', () => {
  expect(redact('key=a%2Fb or a/b', ['a/b'])).toBe('key=*** or ***')
})
