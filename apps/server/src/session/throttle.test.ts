import { expect, test } from 'vitest'
import { Throttle } from './throttle.ts'

const START = 1_000_000

function after(wrong: number): Throttle {
  const throttle = new Throttle()
  for (let i = 0; i < wrong; i++) throttle.wrong('a', START)
  return throttle
}

test('four wrong tries cost nothing, the fifth and each further one doubles the wait', () => {
  expect(after(4).wait('a', START)).toBe(0)
  expect(after(5).wait('a', START)).toBe(2)
  expect(after(6).wait('a', START)).toBe(4)
  expect(after(30).wait('a', START)).toBe(300)
})

test('the wait ends to the millisecond', () => {
  expect(after(5).wait('a', START + 1_999)).toBe(1)
  expect(after(5).wait('a', START + 2_000)).toBe(0)
})

test('a right password, another address and 15 quiet minutes clear it', () => {
  const throttle = after(9)
  expect(throttle.wait('b', START)).toBe(0)
  expect(throttle.wait('a', START + 15 * 60_000 - 1)).toBe(0)
  throttle.wrong('a', START + 15 * 60_000)
  expect(throttle.wait('a', START + 15 * 60_000)).toBe(0)
  const other = after(9)
  other.right('a')
  expect(other.wait('a', START)).toBe(0)
})
