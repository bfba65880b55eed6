import { routes } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { demoWorld, type World } from '../testing/world.ts'

const YI = 10_000_000_000

let world: World
beforeAll(async () => {
  world = await demoWorld()
})

test('汉阴: 46 city key projects with 95.7 亿, 33 of them new, floors as printed', async () => {
  const client = await world.as('hy-diaodu')
  const { lists, tiles, bar } = await client.get(routes.getWarRoom)
  expect(bar).toMatchObject({ asOf: '2023-06-30', live: true, synthetic: true, jurisdictionName: '汉阴县' })
  const key = lists.find(list => list.list === 'city-key')
  expect([key?.projects, key?.annualPlan, key?.starts.d]).toEqual([46, (957 * YI) / 10, 46])
  const asks = (id: string) => tiles.find(tile => tile.target === id)?.parts[0]
  expect(asks('key-invest')?.floor).toEqual({ n: (957 * YI) / 10, d: 1 })
  expect(asks('key-new-invest')?.floor).toEqual({ n: 55 * YI, d: 1 })
  expect(asks('bond-funds')?.stretch).toEqual({ n: 6 * YI, d: 1 })
  expect(asks('key-start')?.actual?.d).toBe(33)
})

test('北海: 790 亿 of major projects this year, 620 and 500 in the years before', async () => {
  const client = await world.as('bh-diaodu')
  const { lists, tiles, total } = await client.get(routes.getWarRoom)
  expect(total.annualPlan).toBe(790 * YI)
  expect(lists.find(list => list.list === 'major')?.annualPlan).toBe(790 * YI)
  expect(lists.find(list => list.list === 'industry-major')?.projects).toBe(27)
  const part = (id: string) => tiles.find(tile => tile.target === id)?.parts[0]
  expect(part('major-years')?.floor).toEqual({ n: 790 * YI, d: 1 })
  expect(part('industry-amount')?.stretch).toEqual({ n: 1000 * YI, d: 1 })
  expect(part('five-networks')?.stretch).toEqual({ n: 930 * YI, d: 1 })
  const before = async (asOf: string) =>
    (await client.get(routes.getWarRoom, { query: { asOf } })).lists[0]?.annualPlan
  expect([await before('2022-12-31'), await before('2021-12-31')]).toEqual([620 * YI, 500 * YI])
})

test.each(['hy-lingdao', 'bh-lingdao'])('%s reads the bulletin of its own place', async login => {
  const client = await world.as(login)
  const { blocks } = await client.get(routes.previewDocument)
  const { total } = await client.get(routes.getWarRoom)
  expect(JSON.stringify(blocks)).toContain(`共调度项目${total.projects}个`)
})
