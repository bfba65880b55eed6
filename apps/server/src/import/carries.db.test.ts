import { routes } from '@guatu/contract'
import { entriesOf, readScope } from '@guatu/store'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

const PERIOD = '2020-05'
let world: World
let dispatcher: Client
let reporter: Client
let own: string
beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
  own = (await reporter.get(routes.whoAmI)).post.unit
})

const rowsOf = async (unit: string) =>
  (await dispatcher.get(routes.getReturn, { params: { unit, period: PERIOD } })).rows
async function take(client: Client, names: readonly string[], reason?: string) {
  const lines = ['项目名称,存在问题,月份', ...names.map(name => `${name},资金未到位,${PERIOD}`)]
  const { id } = await client.get(routes.uploadImport, {
    file: { name: '五月.csv', bytes: lines.join('\n') },
  })
  return client.get(routes.commitImport, { params: { id }, body: { ...(reason && { reason }) } })
}
const stateOf = async (unit: string) =>
  (await dispatcher.get(routes.getReturn, { params: { unit, period: PERIOD } })).return.state

test('a reporter’s file with all rows of the own return submits it; a part of them does not', async () => {
  const rows = await rowsOf(own)
  const blank = rows.filter(row => Object.values(row.cells).every(cell => cell.value === null))
  const one = rows.find(row => !blank.includes(row))
  const part = await take(reporter, [one?.name ?? ''], '按实')
  expect(part.returns.map(({ unit, moved }) => [unit, moved])).toEqual([[own, blank.length === 0]])
  const whole = await take(
    reporter,
    rows.filter(row => row !== one).map(row => row.name),
    '按实',
  )
  expect(whole.returns).toMatchObject([{ unit: own, moved: true, state: 'submitted' }])
  expect(await stateOf(own)).toBe('submitted')

  const body = {
    project: one?.project,
    period: PERIOD,
    figures: { problem: '' },
    seen: 99_999,
    reason: '改',
    key: 'after-sent-1',
  }
  const refused = await reporter.call(routes.saveReturn, { body })
  expect([refused.status, refused.error.code]).toEqual([409, 'return.wrong-state'])
  const undone = await reporter.call(routes.undoBatch, { params: { id: whole.batch }, body: {} })
  expect(undone.error?.code).toBe('return.wrong-state')
  await dispatcher.get(routes.undoBatch, { params: { id: whole.batch }, body: {} })
  expect(await stateOf(own)).not.toBe('submitted')
})

test('the office’s file is on behalf and accepted, its figures the unit’s', async () => {
  const rows = await rowsOf('water')
  const taken = await take(
    dispatcher,
    rows.map(row => row.name),
    '电话报送',
  )
  expect(taken.returns).toMatchObject([{ unit: 'water', moved: true, state: 'accepted' }])
  const scope = { jurisdiction: 'zhashui', person: 'test', reads: 'all' as const }
  const [entry] = await readScope(world.database, scope, tx => entriesOf(tx, rows[0]?.project ?? ''))
  expect(entry).toMatchObject({ origin: { via: 'import' }, reportedBy: 'water' })
  await dispatcher.get(routes.undoBatch, { params: { id: taken.batch }, body: {} })
  expect(await stateOf('water')).toBe('open')
})
