import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byNumbers } from './by-numbers.ts'

const NONE = Number.NaN
const orderOf = (numbers: number[], descending = false, exact?: (a: number, b: number) => number) => [
  ...byNumbers(
    Uint32Array.from(numbers, (_, place) => 10 + place),
    Float64Array.from(numbers),
    descending,
    exact,
  ),
]

test('equal numbers keep their places and those without one stand last, whichever way the order runs', () => {
  const numbers = [2, NONE, -1, 2, NONE, 0, -0, Number.POSITIVE_INFINITY]
  expect(orderOf(numbers)).toEqual([12, 15, 16, 10, 13, 17, 11, 14])
  expect(orderOf(numbers, true)).toEqual([17, 10, 13, 15, 16, 12, 11, 14])
  expect(orderOf([])).toEqual([])
})

test('what one number cannot tell apart is put in its exact order, what is equal there too keeps its place', () => {
  const exact: Record<number, number> = { 10: 3, 11: 1, 13: 2, 14: 1 }
  const numbers = [5, 5, 4, 5, 5, NONE, NONE]
  const compare = (a: number, b: number) => (exact[a] ?? 0) - (exact[b] ?? 0)
  expect(orderOf(numbers, false, compare)).toEqual([12, 11, 14, 13, 10, 15, 16])
})

test('it is the order that comparing two by two gives', () => {
  const number = fc.oneof(fc.constantFrom(0, -0, 1, NONE), fc.double(), fc.integer({ min: -3, max: 3 }))
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), fc.boolean(), (numbers, descending) => {
      const wanted = numbers
        .map((value, place) => ({ value, slot: 10 + place }))
        .sort((a, b) => {
          if (Number.isNaN(a.value) || Number.isNaN(b.value))
            return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value))
          const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0
          return descending ? -order : order
        })
      expect(orderOf(numbers, descending)).toEqual(wanted.map(({ slot }) => slot))
    }),
  )
})
