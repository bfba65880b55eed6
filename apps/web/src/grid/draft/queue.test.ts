import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, afterAnswer, countOf, nextToSend, type Queue, released, type Unsent } from './queue.ts'

const unsent = (key: string, at: number, more: Partial<Unsent> = {}): Unsent => ({
  key,
  account: 'zhang',
  unit: 'housing',
  period: '2023-05',
  body: {},
  at: `2023-06-01T08:0${at}:00Z`,
  tries: 0,
  ...more,
})
const none = new Set<string>()
const next = (queue: Queue, tried: ReadonlySet<string> = none) => nextToSend(queue, 'zhang', tried)?.key

describe('what this device has not sent', () => {
  it('goes in the order of submitting', () => {
    expect(next([unsent('b', 2), unsent('a', 1)])).toBe('a')
  })

  it('does not overtake within a return, but past another return', () => {
    const queue = [unsent('a', 1), unsent('b', 2), unsent('c', 3, { period: '2023-06' })]
    expect(next(queue, new Set(['a']))).toBe('c')
    const held = afterAnswer(queue, 'a', { kind: 'conflict', code: 'return.changed' })
    expect(next(held)).toBe('c')
    expect(held[0]?.held).toEqual({ why: 'conflict', code: 'return.changed' })
    expect(next(released(held, 'a'))).toBe('a')
  })

  it('is sent by the account that submitted it only', () => {
    expect(next([unsent('a', 1, { account: 'li' })])).toBeUndefined()
    expect(countOf([unsent('a', 1, { account: 'li' }), unsent('b', 2)], 'zhang')).toEqual({
      waiting: 1,
      held: 0,
    })
  })

  it('keeps its key when no answer came, and counts the tries', () => {
    const queue = afterAnswer([unsent('a', 1)], 'a', { kind: 'offline' })
    expect(queue).toEqual([unsent('a', 1, { tries: 1 })])
  })

  it('is lost by no answer but that it was taken', () => {
    const answer = fc.constantFrom<Answer>(
      { kind: 'offline' },
      { kind: 'conflict', code: 'x' },
      { kind: 'refused', code: 'y' },
    )
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(fc.array(fc.tuple(key, answer)), answers => {
        const start = [unsent('a', 1), unsent('b', 2), unsent('c', 3, { unit: 'water' })]
        const end = answers.reduce<Queue>((queue, [of, given]) => afterAnswer(queue, of, given), start)
        expect(end.map(one => one.key)).toEqual(['a', 'b', 'c'])
        expect(afterAnswer(end, 'b', { kind: 'taken' }).map(one => one.key)).toEqual(['a', 'c'])
      }),
    )
  })
})
