import { describe, expect, it } from 'vitest'
import { oneAhead } from './ahead.ts'

describe('one ahead', () => {
  it('prepares the next while one is worked on, never more', async () => {
    const told: string[] = []
    const prepare = async (item: string) => {
      told.push(`prepare ${item}`)
      return item.toUpperCase()
    }
    for await (const [item, made] of oneAhead(['a', 'b', 'c'], prepare)) told.push(`${item} ${made}`)
    expect(told).toEqual(['prepare a', 'prepare b', 'a A', 'prepare c', 'b B', 'c C'])
  })

  it('has nothing to do for an empty list', async () => {
    const all: unknown[] = []
    for await (const one of oneAhead([], async () => 0)) all.push(one)
    expect(all).toEqual([])
  })

  it('tells the fault of a preparation when its turn comes', async () => {
    const worked: string[] = []
    const prepare = async (item: string) => {
      if (item === 'b') throw new Error('broken')
      return item
    }
    const all = async () => {
      for await (const [item] of oneAhead(['a', 'b', 'c'], prepare)) worked.push(item)
    }
    await expect(all()).rejects.toThrow('broken')
    expect(worked).toEqual(['a'])
  })

  it('leaves no fault unheard where the work itself throws', async () => {
    const prepare = async (item: string) => {
      if (item === 'b') throw new Error('broken')
      return item
    }
    const all = async () => {
      for await (const [item] of oneAhead(['a', 'b'], prepare)) throw new Error(`work on ${item}`)
    }
    await expect(all()).rejects.toThrow('work on a')
  })
})
