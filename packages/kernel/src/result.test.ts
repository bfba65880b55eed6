import { expect, it } from 'vitest'
import { fault, must, ok, unwrap } from './result.ts'

it('unwraps a value and throws on a failure that would be a bug', () => {
  expect(unwrap(ok(1))).toBe(1)
  expect(() => unwrap(fault('money.too-fine', { text: '0.001' }))).toThrow('money.too-fine')
})

it('names what is missing, and takes 0, false and empty text as there', () => {
  expect([must(0, 'a'), must(false, 'b'), must('', 'c')]).toEqual([0, false, ''])
  expect(() => must(undefined, 'the plan')).toThrow('the plan')
  expect(() => must(null, 'the plan')).toThrow('the plan')
})

it('leaves out params that were not given', () => {
  expect(fault('x')).toEqual({ ok: false, error: { code: 'x' } })
})
