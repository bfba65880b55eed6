import { canonicalJson } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPieces } from './pieces.ts'

describe('canonical JSON in pieces', () => {
  it('joins to the text of the whole', () => {
    const value = fc.dictionary(
      fc.string(),
      fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined)),
    )
    fc.assert(
      fc.property(value, value => {
        expect([...canonicalPieces(value)].join('')).toBe(canonicalJson(value))
      }),
    )
  })

  it('holds no more than an element beyond 64 KiB in one piece', () => {
    const lights = Array.from({ length: 5000 }, (_, n) => ({ 项目: `p${n}`, colour: 'red' }))
    const pieces = [...canonicalPieces({ lights, asOf: '2020-05-31' })]
    expect(pieces.join('')).toBe(canonicalJson({ lights, asOf: '2020-05-31' }))
    expect(pieces.length).toBe(3)
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(64 * 1024 + 100)
  })
})
