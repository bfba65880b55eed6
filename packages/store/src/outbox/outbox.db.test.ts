import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { takeOutbox } from './outbox.ts'

const database = await testDatabase()
const scopeIn = async (id: string): Promise<Scope> => {
  await createJurisdiction(database, { id, name: id })
  return { jurisdiction: id, person: 'clerk', reads: 'all' }
}
const publish = (scope: Scope, topics: string[]) =>
  withScope(database, scope, tx =>
    appendBatch(tx, { outbox: topics.map(topic => ({ topic, payload: { n: 1 } })) }),
  )

describe('takeOutbox', () => {
  it('hands out each event once, oldest first', async () => {
    const scope = await scopeIn('once')
    await publish(scope, ['a', 'b'])
    await publish(scope, ['c'])
    const take = (limit: number) =>
      withScope(database, scope, async tx => (await takeOutbox(tx, limit)).map(e => e.topic))
    expect([await take(2), await take(2), await take(2)]).toEqual([['a', 'b'], ['c'], []])
  })

  it('keeps an event whose handling failed', async () => {
    const scope = await scopeIn('failed')
    await publish(scope, ['a'])
    const failed = withScope(database, scope, async tx => {
      await takeOutbox(tx, 1)
      throw new Error('handling failed')
    })
    await expect(failed).rejects.toThrow('handling failed')
    expect(await withScope(database, scope, tx => takeOutbox(tx, 1))).toMatchObject([
      { topic: 'a', payload: { n: 1 } },
    ])
  })

  it('gives two workers different events', async () => {
    const scope = await scopeIn('workers')
    await publish(scope, ['a', 'b'])
    await withScope(database, scope, async one => {
      const first = await takeOutbox(one, 1)
      const second = await withScope(database, scope, other => takeOutbox(other, 5))
      expect([first, second].map(events => events.map(e => e.topic))).toEqual([['a'], ['b']])
    })
  })

  it('shows nothing of another jurisdiction', async () => {
    await publish(await scopeIn('one'), ['a'])
    expect(await withScope(database, await scopeIn('two'), tx => takeOutbox(tx, 5))).toEqual([])
  })
})
