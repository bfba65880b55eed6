import { type ImportPreview, routes } from '@guatu/contract'
import { readFacts, readScope } from '@guatu/store'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

let world: World
let dispatcher: Client
let reporter: Client
beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
})

// Newest first; the demo knows March (15.62 亿元, -6.4%) and April (29.37 亿元, 2.1%); today is 2020-05-31.
const BOOK = [
  '某县统计月报,,,',
  '指标名称,投资总量,固定资产投资:累计同比,全部建筑面积',
  '指标ID,E1,E2,E3',
  '单位,亿元,%,万平方米',
  '2020年6月,60,5,1',
  '2020年5月,40.5,3.25,1',
  '2020年4月,30,2.1,2',
  '2020年3月,15.62,-6.4,2',
  '2020年2月,坏,-8,3',
  '',
].join('\n')
const upload = (client: Client) =>
  client.get(routes.uploadImport, { file: { name: '统计月报.csv', bytes: BOOK } })
const kinds = ({ rows }: ImportPreview) => rows.map(row => [row.name, row.kind]).slice(4)
const reported = async () => {
  const scope = { jurisdiction: 'zhashui', person: 'test', reads: 'all' } as const
  const facts = await readScope(world.database, scope, tx => readFacts(tx, { asOf: '2020-05-31' }))
  return {
    returns: facts.returns.length,
    figures: Object.fromEntries(
      facts.reported
        .filter(one => Object.keys(one.values).length > 0)
        .map(one => [`${one.indicator} ${one.unit} ${one.period}`, one.values]),
    ),
  }
}

test("a statistics table becomes the statistics unit's figures, mapped once, and can be taken back", async () => {
  const before = await reported()
  const preview = await upload(dispatcher)
  expect([preview.holds, preview.unit, preview.list, preview.period]).toEqual([
    'reported',
    'statistics',
    null,
    null,
  ])
  expect(preview.columns.map(column => [column.header, column.field, column.unit])).toEqual([
    ['指标名称', 'period', null],
    ['投资总量', null, '亿元'],
    ['固定资产投资:累计同比', 'fai.growth', '%'],
    ['全部建筑面积', null, null],
  ])
  const id = { params: { id: preview.id } }
  const columns = preview.columns.map(({ column, field, unit }) => ({
    column,
    field: column === 2 ? 'fai.amount' : field,
    unit,
  }))
  const chosen = await dispatcher.get(routes.decideImport, {
    ...id,
    body: { columns, skipBad: true, saveMappingAs: '统计月报' },
  })
  expect(kinds(chosen)).toEqual([
    ['2020-06', 'bad'],
    ['2020-05', 'new'],
    ['2020-04', 'update'],
    ['2020-03', 'unchanged'],
    ['2020-02', 'bad'],
  ])
  expect(chosen.rows[6]?.changes).toEqual([
    { field: 'fai.amount', before: 293_700_000_000, after: 300_000_000_000, computed: false },
  ])

  const { accepted, left } = await dispatcher.get(routes.commitImport, { ...id, body: {} })
  expect([accepted, left]).toEqual([2, 2])
  const after = await reported()
  expect(after.returns).toBe(before.returns)
  expect(after.figures['fai statistics 2020-05']).toEqual({ amount: 405_000_000_000, growth: '3.25%' })
  expect(after.figures['fai statistics 2020-04']).toMatchObject({ amount: 300_000_000_000, growth: '2.1%' })

  const again = await upload(dispatcher)
  expect([again.mapping, again.counts.unchanged, again.counts.new]).toEqual(['统计月报', 3, 0])

  await dispatcher.get(routes.undoBatch, { params: { id: preview.id }, body: {} })
  expect(await reported()).toEqual(before)
})

test("a reporter brings the own unit's figures only, whatever is asked", async () => {
  const preview = await upload(reporter)
  expect([preview.unit, preview.units]).toEqual(['housing', []])
  const asked = await reporter.get(routes.decideImport, {
    params: { id: preview.id },
    body: { unit: 'statistics' },
  })
  expect(asked.unit).toBe('housing')
})

test('the same file can be said to hold projects', async () => {
  const preview = await upload(dispatcher)
  const asked = await dispatcher.get(routes.decideImport, {
    params: { id: preview.id },
    body: { holds: 'projects' },
  })
  expect([asked.holds, asked.unit]).toEqual(['projects', null])
})
