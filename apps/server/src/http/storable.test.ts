import { expect, test } from 'vitest'
import { allStorable } from './storable.ts'

test.each([['柞水 𠮷 €'], [{ a: ['', 1, null, true] }], [undefined]])('%j can be kept', value => {
  expect(allStorable(value)).toBe(true)
})

test.each([['a\0'], [{ a: ['b', { c: '\ud842' }] }], [{ 'a\0': 1 }], ['\udfb7x']])('%j cannot', value => {
  expect(allStorable(value)).toBe(false)
})
