import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

type Entered = Awaited<ReturnType<Turns['enter']>>
const leave = (entered: Entered | undefined) => (typeof entered === 'function' ? entered() : undefined)
const said = (entered: Entered) => (typeof entered === 'function' ? 'in' : entered)

/** Asks in a row and keeps who was answered, in the order of the answers. */
function queue(turns: Turns) {
  const order: string[] = []
  const ask = (name: string, signal?: AbortSignal) =>
    turns.enter(signal).then(entered => {
      order.push(`${name} ${said(entered)}`)
      return entered
    })
  return { order, ask }
}

describe('turns', () => {
  it('lets as many in as it may, as many wait as may, and no more', async () => {
    const { order, ask } = queue(new Turns({ atOnce: 2, waiting: 2 }))
    const [first] = await Promise.all([ask('a'), ask('b')])
    const waiting = [ask('c'), ask('d')]
    await ask('e')
    expect(order).toEqual(['a in', 'b in', 'e busy'])
    leave(first)
    const third = await waiting[0]
    expect(order.slice(3)).toEqual(['c in'])
    leave(third)
    await waiting[1]
    expect(order.slice(4)).toEqual(['d in'])
  })

  it('counts a place as given back once', async () => {
    const { order, ask } = queue(new Turns({ atOnce: 1, waiting: 2 }))
    const first = await ask('a')
    const [second, third] = [ask('b'), ask('c')]
    leave(first)
    leave(first)
    const entered = await second
    expect(order).toEqual(['a in', 'b in'])
    leave(entered)
    leave(await third)
    await ask('d')
    expect(order.slice(2)).toEqual(['c in', 'd in'])
  })

  it('forgets who goes while waiting, and lets the next come in its place', async () => {
    const { order, ask } = queue(new Turns({ atOnce: 1, waiting: 1 }))
    const first = await ask('a')
    const gone = new AbortController()
    const second = ask('b', gone.signal)
    gone.abort()
    await second
    const third = ask('c')
    leave(first)
    await third
    expect(order).toEqual(['a in', 'b stopped', 'c in'])
    await ask('d', gone.signal)
    expect(order.slice(3)).toEqual(['d stopped'])
  })

  it('keeps the place of one who goes after coming in until it is given back', async () => {
    const { order, ask } = queue(new Turns({ atOnce: 1, waiting: 1 }))
    const gone = new AbortController()
    const first = await ask('a', gone.signal)
    gone.abort()
    const second = ask('b')
    await ask('c')
    expect(order).toEqual(['a in', 'c busy'])
    leave(first)
    await second
    expect(order.slice(2)).toEqual(['b in'])
  })
})
