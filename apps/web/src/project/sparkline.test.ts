import { expect, test } from 'vitest'
import { spark } from './sparkline.ts'

const plan = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

test('the year runs from nothing to the plan', () => {
  expect(spark([], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12], 120, 24)).toEqual({
    plan: '0,24 10,24 20,24 30,24 40,24 50,24 60,24 70,24 80,24 90,24 100,24 110,24 120,0',
    done: [],
    last: undefined,
  })
})

test('a month that nobody reported is a gap, not a nought', () => {
  const { done, last } = spark([1, 2, null, 6], plan, 120, 24)
  expect(done).toEqual(['0,24 10,22 20,20', '40,12'])
  expect(last).toEqual({ x: 40, y: 12 })
})

test('more than planned stays inside the box', () => {
  expect(spark([24], plan, 120, 24).done).toEqual(['0,24 10,0'])
  expect(spark([0], null, 120, 24)).toEqual({ plan: '', done: ['0,24 10,24'], last: { x: 10, y: 24 } })
})
