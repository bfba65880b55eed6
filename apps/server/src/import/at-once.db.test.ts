import { routes } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { demoWorld, type World } from '../testing/world.ts'
import { importAtOnce } from './at-once.ts'

let world: World
beforeAll(async () => {
  world = await demoWorld()
})

const file = (text: string) => ({ name: 'may.csv', bytes: new TextEncoder().encode(text) })
const TABLE = '项目名称,累计支付(万元)\n凤凰镇雨污分流管网,800\n凤凰镇雨污分流管网工程,70\n某工程,八百\n'
const run = (text: string, jurisdiction: string, person: string) =>
  importAtOnce(
    world.database,
    { file: file(text), workerUrl: world.workerUrl, period: '2020-05' },
    jurisdiction,
    person,
  )

test('takes what is sure, tells the rest, and is one batch that can be undone on screen', async () => {
  const report = await run(TABLE, 'zhashui', 'zs-diaodu')
  expect(report).toMatchObject({
    ok: true,
    value: {
      accepted: 1,
      rejected: [
        { sheet: 'may', row: 4, column: 'B', code: 'cell.not-a-number' },
        { sheet: 'may', row: 3, code: 'row.undecided' },
      ],
    },
  })
  const client = await world.as('zs-diaodu')
  const { returns } = await client.get(routes.getProject, { params: { id: 'zs-001' } })
  expect(returns[0]?.figures['paid-ytd']).toBe(800_000_000)
  const [batch] = (await client.get(routes.listBatches)).batches
  expect(batch).toMatchObject({ fileName: 'may.csv', by: '人员甲' })
  expect((await client.get(routes.getImport, { params: { id: batch?.id ?? '' } })).state).toBe('done')
  await client.get(routes.undoBatch, { params: { id: batch?.id ?? '' }, body: {} })
})

test.each([
  ['a leader', 'zhashui', 'zs-lingdao', 'role.not-allowed'],
  ['nobody known', 'zhashui', 'x', 'role.not-allowed'],
  ['another jurisdiction', 'xixia', 'zs-diaodu', 'role.not-allowed'],
  ['no jurisdiction', 'nowhere', 'zs-diaodu', 'role.not-allowed'],
])('refused for %s', async (_, jurisdiction, person, code) => {
  expect(await run(TABLE, jurisdiction, person)).toMatchObject({ ok: false, error: { code } })
})
