import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answer,
  afterAnswer,
  countOf,
  nextPhoto,
  nextToSend,
  type Queue,
  released,
  type Unsent,
  type UnsentPhoto,
} from './queue.ts'

const SAID = { code: 'return.changed-meanwhile', zh: '别人改过', en: 'changed' }

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
const photo = (key: string, at: number, more: Partial<UnsentPhoto> = {}): UnsentPhoto => {
  const { body: _, ...waits } = unsent(key, at)
  return { ...waits, project: 'p', projectName: '', name: '', type: 'image/jpeg', size: 1, ...more }
}
const none = new Set<string>()
const next = (queue: Queue, tried: ReadonlySet<string> = none) => nextToSend(queue, 'zhang', tried)?.key

describe('what this device has not sent', () => {
  it('goes in the order of submitting', () => {
    expect(next([unsent('b', 2), unsent('a', 1)])).toBe('a')
  })

  it('does not overtake within a return, but past another return', () => {
    const queue = [unsent('a', 1), unsent('b', 2), unsent('c', 3, { period: '2023-06' })]
    expect(next(queue, new Set(['a']))).toBe('c')
    const held = afterAnswer(queue, 'a', { kind: 'conflict', ...SAID })
    expect(next(held)).toBe('c')
    expect(held[0]?.held).toEqual({ why: 'conflict', ...SAID })
    expect(next(held.map(released))).toBe('a')
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
      { kind: 'conflict', ...SAID },
      { kind: 'refused', ...SAID },
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

describe('photos that wait', () => {
  it('go one after the other; one that is held keeps no other back', () => {
    const photos = [photo('b', 2), photo('a', 1), photo('x', 0, { account: 'li' })]
    expect(nextPhoto(photos, 'zhang', none)?.key).toBe('a')
    expect(nextPhoto(photos, 'zhang', new Set(['a']))?.key).toBe('b')
    const held = afterAnswer(photos, 'a', { kind: 'refused', ...SAID })
    expect(nextPhoto(held, 'zhang', none)?.key).toBe('b')
  })

  it.each([
    ['of the same return', photo('p', 1), 'c'],
    ['that is held', photo('p', 1, { held: { why: 'refused', ...SAID } }), 'c'],
    ['of another period', photo('p', 1, { period: '2023-04' }), 'a'],
    ['of another account', photo('p', 1, { account: 'li' }), 'a'],
  ])('%s: which return goes first', (_, waits, key) => {
    const queue = [unsent('a', 1), unsent('c', 3, { period: '2023-06' })]
    expect(nextToSend(queue, 'zhang', none, [waits])?.key).toBe(key)
  })
})
