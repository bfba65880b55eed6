import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDiff } from './text-diff.ts'

const shown = (old: string, now: string) =>
  textDiff(old, now).map(one => (one ? `${{ same: ' ', gone: '-', new: '+' }[one.is]}${one.text}` : '…'))

describe('two texts line by line', () => {
  it('show what differs with two lines around it', () => {
    const old = 'a\nb\nc\nd\ne\nf\ng\nh'
    expect(shown(old, 'a\nb\nc\nD\ne\nf\ng\nh')).toEqual([' b', ' c', '-d', '+D', ' e', ' f', '…'])
    expect(shown(old, old)).toEqual([])
  })

  it('can be put back together', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map(lines => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (old, now) => {
        const lines = textDiff(old, now).flatMap(one => one ?? [])
        for (const one of lines) {
          if (one.old !== null) expect(old.split('\n')[one.old - 1]).toBe(one.text)
          if (one.now !== null) expect(now.split('\n')[one.now - 1]).toBe(one.text)
        }
        const gone = lines.filter(one => one.is === 'gone').length
        const come = lines.filter(one => one.is === 'new').length
        expect(old.split('\n').length - gone).toBe(now.split('\n').length - come)
        expect(lines.length === 0).toBe(old === now)
      }),
    )
  })
})
