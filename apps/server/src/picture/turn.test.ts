import { expect, test } from 'vitest'
import { Turn } from './turn.ts'

test('who asks while work is done shares the next, which begins after all that was asked before', async () => {
  const turn = new Turn()
  const log: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () => {
    log.push(name)
    return new Promise<void>(resolve => ends.push(resolve))
  }
  const first = turn.join(work('first'))
  const second = turn.join(work('second'))
  const third = turn.join(work('third'))
  expect([log, second === third]).toEqual([['first'], true])
  ends[0]?.()
  await first
  const fourth = turn.join(work('fourth'))
  await Promise.resolve()
  await Promise.resolve()
  ends[1]?.()
  await Promise.all([second, third])
  ends[2]?.()
  await fourth
  expect(new Set(log).size).toBe(log.length)
  expect(log.includes('third')).toBe(false)
})

test('a failure is told to those who shared it, and the next is tried anew', async () => {
  const turn = new Turn()
  const failing = () => Promise.reject(new Error('no'))
  await expect(turn.join(failing)).rejects.toThrow('no')
  let done = 0
  await turn.join(async () => {
    done += 1
  })
  expect(done).toBe(1)
})
