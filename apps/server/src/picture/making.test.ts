import { expect, test } from 'vitest'
import { Making } from './making.ts'

/** Work of two parts that says when it begins each. */
function told() {
  const making = new Making()
  const log: string[] = []
  const live = (name: string) =>
    making.live(async () => {
      log.push(`${name} 1`)
      await turn()
      log.push(`${name} 2`)
    })
  const past = (name: string) =>
    making.past(async () => {
      log.push(`${name} 1`)
      await turn()
      await making.giveWay()
      log.push(`${name} 2`)
    })
  return { making, log, live, past }
}
const turn = () => new Promise(resolve => setImmediate(resolve))

test('of each kind one at a time, in the order in which they were asked for', async () => {
  const { log, live, past } = told()
  await Promise.all([past('a'), past('b')])
  await Promise.all([live('c'), live('d')])
  expect(log).toEqual(['a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'c 2', 'd 1', 'd 2'])
})

test('a past one that has begun waits for the live ones, those that wait let them go first', async () => {
  const { log, live, past } = told()
  const first = past('a')
  const second = past('b')
  while (log.length === 0) await Promise.resolve()
  await Promise.all([first, second, live('c'), live('d')])
  expect(log).toEqual(['a 1', 'c 1', 'c 2', 'd 1', 'd 2', 'a 2', 'b 1', 'b 2'])
})

test('a failure is told to who asked, and holds up nobody', async () => {
  const { making, log, live, past } = told()
  const failing = () => Promise.reject(new Error('no'))
  await expect(making.live(failing)).rejects.toThrow('no')
  await expect(making.past(failing)).rejects.toThrow('no')
  await Promise.all([live('a'), past('b')])
  expect(log).toEqual(['a 1', 'a 2', 'b 1', 'b 2'])
})
