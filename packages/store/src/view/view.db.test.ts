import { expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { deleteView, savedViews, saveView } from './view.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
await createJurisdiction(database, { id: 'zs-park', name: '园区', parent: 'zs' })
const li: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }
const wang: Scope = { ...li, person: 'wang', reads: { units: ['housing'] } }
const park: Scope = { ...li, jurisdiction: 'zs-park' }
const seenBy = (scope: Scope) =>
  readScope(database, scope, async tx => (await savedViews(tx)).map(view => view.name))

it('is seen by its owner, and by the jurisdiction once it is shared', async () => {
  const view = { id: 'v1', name: '红灯', query: { colour: 'red' } }
  await withScope(database, li, tx => saveView(tx, { ...view, shared: false }))
  expect([await seenBy(li), await seenBy(wang), await seenBy(park)]).toEqual([['红灯'], [], []])
  await withScope(database, li, tx => saveView(tx, { ...view, name: '红灯项目', shared: true }))
  expect([await seenBy(li), await seenBy(wang), await seenBy(park)]).toEqual([['红灯项目'], ['红灯项目'], []])
  expect(await readScope(database, wang, savedViews)).toMatchObject([
    { id: 'v1', owner: 'li', query: { colour: 'red' }, shared: true },
  ])
})

it('is changed and deleted by its owner alone', async () => {
  await withScope(database, li, tx => saveView(tx, { id: 'v2', name: '甲', query: {}, shared: true }))
  await expect(
    withScope(database, wang, tx => saveView(tx, { id: 'v2', name: '乙', query: {}, shared: true })),
  ).rejects.toThrow(/row-level security/)
  expect(await withScope(database, wang, tx => deleteView(tx, 'v2'))).toBe(false)
  expect(await seenBy(li)).toContain('甲')
  expect(await withScope(database, li, tx => deleteView(tx, 'v2'))).toBe(true)
  expect(await seenBy(li)).not.toContain('甲')
  expect(await withScope(database, li, tx => deleteView(tx, 'v2'))).toBe(false)
})
