import { routes } from '@guatu/contract'
import { appendBatch, projectById, projectFact, withScope } from '@guatu/store'
import { beforeAll, expect, test } from 'vitest'
import { demoWorld, type World } from '../testing/world.ts'

const YI = 10_000_000_000
const LISTS = ['province-major', 'provincial-key', 'government', 'industry', 'real-estate']

let world: World
beforeAll(async () => {
  world = await demoWorld()
})

test('柞水, end of May: 95 projects, 86 started or resumed, 43 of 115.4 亿', async () => {
  const client = await world.as('zs-diaodu')
  const { total, bar } = await client.get(routes.getWarRoom)
  expect(bar).toMatchObject({ asOf: '2020-05-31', today: '2020-05-31', live: true, synthetic: true })
  expect([total.projects, total.started, total.invested, total.annualPlan]).toEqual([
    95,
    86,
    43 * YI,
    115.4 * YI,
  ])
  const query = { indicator: 'start-rate', scope: 'list:key' }
  const why = await client.get(routes.whyIndicator, { query })
  expect([why.numerator, why.denominator]).toEqual([86, 95])
  expect(why.shares.filter(share => share.numerator === 1)).toHaveLength(86)
  const { sums } = await client.get(routes.listProjects)
  expect([sums.projects, sums.started, sums.invested, sums.annualPlan]).toEqual([95, 86, 43 * YI, 115.4 * YI])
})

test('no total is stored: one project less is 94, and its money less', async () => {
  const scope = { jurisdiction: 'zhashui', person: 'system', reads: 'all' as const }
  const client = await world.as('zs-diaodu')
  const gone = (await client.get(routes.getProject, { params: { id: 'zs-001' } })).row
  await withScope(world.database, scope, async tx => {
    const project = await projectById(tx, 'zs-001')
    if (!project) throw new Error('no zs-001')
    await appendBatch(tx, { facts: [{ ...projectFact(project, '2020-05-31'), removed: true }] })
  })
  const { total } = await client.get(routes.getWarRoom)
  expect(total.projects).toBe(94)
  expect(total.invested).toBe(43 * YI - (gone.invested ?? 0))
  expect(total.annualPlan).toBe(115.4 * YI - (gone.annualPlan ?? 0))
  expect((await client.call(routes.getProject, { params: { id: 'zs-001' } })).status).toBe(404)
  const before = await client.get(routes.getWarRoom, { query: { asOf: '2020-05-30' } })
  expect(before.total.projects).toBe(95)
})

test('嘉峪关: lists of 10, 44, 75, 105 and 9', async () => {
  const { lists } = await (await world.as('jyg-diaodu')).get(routes.getWarRoom)
  const count = (id: string) => lists.find(list => list.list === id)?.projects
  expect(LISTS.map(count)).toEqual([10, 44, 75, 105, 9])
})

test('the bulletin says the same figures, as a draft', async () => {
  const client = await world.as('jyg-lingdao')
  const { blocks, bar } = await client.get(routes.previewDocument)
  const { total } = await client.get(routes.getWarRoom)
  expect(JSON.stringify(blocks)).toContain(`共调度项目${total.projects}个`)
  expect(bar.jurisdictionName).toBe('嘉峪关市')
  const file = await client.fetch(routes.downloadDocument)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
  const again = await client.fetch(routes.downloadDocument)
  expect(Buffer.from(await again.arrayBuffer())).toEqual(Buffer.from(await file.arrayBuffer()))
})
