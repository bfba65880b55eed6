import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Rounds } from './rounds.ts'

const EVERY_MS = 1000
const told: string[] = []
let work: () => Promise<void>

class Work extends Rounds {
  round(): Promise<void> {
    told.push('round')
    return work()
  }
}
const begun = () => {
  const rounds = new Work(EVERY_MS, error => told.push(String(error)))
  rounds.start()
  return rounds
}

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
  work = async () => undefined
})
afterEach(() => vi.useRealTimers())

it('come again and again, each so long after the one before', async () => {
  const rounds = begun()
  await vi.advanceTimersByTimeAsync(EVERY_MS - 1)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toEqual(['round'])
  await vi.advanceTimersByTimeAsync(EVERY_MS)
  expect(told).toEqual(['round', 'round'])
  await rounds.end()
})

it('go on after one that failed', async () => {
  work = () => Promise.reject(new Error('no database'))
  const rounds = begun()
  await vi.advanceTimersByTimeAsync(2 * EVERY_MS)
  expect(told).toEqual(['round', 'Error: no database', 'round', 'Error: no database'])
  await rounds.end()
})

it('end once the one under way is over, and come no more', async () => {
  let over = () => {}
  work = () => new Promise(done => (over = done))
  const rounds = begun()
  await vi.advanceTimersByTimeAsync(EVERY_MS)
  const ended = rounds.end().then(() => told.push('ended'))
  await vi.advanceTimersByTimeAsync(EVERY_MS)
  expect(told).toEqual(['round'])
  over()
  await ended
  await vi.advanceTimersByTimeAsync(5 * EVERY_MS)
  expect(told).toEqual(['round', 'ended'])
})
