import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { routes } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld } from '../testing/world.ts'

const plan = readFileSync(
  fileURLToPath(new URL('../../../../schemes/zhashui/scheme.yaml', import.meta.url)),
  'utf8',
)
const SPAN = { from: '2020-03', to: '2020-05' }
const MOVED = { 'gap-red': '-15pp' }

let dispatcher: Client
let leader: Client
beforeAll(async () => {
  const world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  leader = await world.as('zs-lingdao')
})

const run = async (body: object, client = dispatcher) => {
  const { replay } = await client.get(routes.runReplay, { body: { ...SPAN, ...body } })
  if (!replay) throw new Error('no replay')
  return replay
}

describe('a moved line', () => {
  test('gives what the plan with that number in its text gives, to dispatcher and leader alike', async () => {
    const bySetting = await run({ settings: MOVED, size: 1000 })
    expect(await run({ draft: plan.replace('default: -20pp', 'default: -15pp'), size: 1000 })).toEqual(
      bySetting,
    )
    expect(await run({ settings: MOVED, size: 1000 }, leader)).toEqual(bySetting)
    expect(bySetting.periods.map(one => one.period)).toEqual(['2020-03', '2020-04', '2020-05'])
    const { matrix, periods, rows, total } = bySetting
    expect(matrix.reduce((sum, one) => sum + one.projects, 0)).toBe(periods.at(-1)?.projects)
    expect(total).toBeGreaterThan(0)
    for (const { before, after } of rows)
      expect([before?.light.colour, after?.light.colour]).toEqual(['yellow', 'red'])
  })

  test('is judged before as the project was seen at each period end', async () => {
    for (const [period, asOf] of [
      ['2020-03', '2020-03-31'],
      ['2020-05', '2020-05-31'],
    ] as const) {
      const { rows } = await run({ settings: MOVED, period, changed: false, size: 5 })
      for (const { project, list, before } of rows) {
        const { lights } = await dispatcher.get(routes.getProject, {
          params: { id: project },
          query: { asOf },
        })
        const seen = lights.find(one => one.list === list && one.rule === before?.light.rule)
        expect(before?.light).toEqual(seen)
      }
      expect(rows.length).toBe(5)
    }
  })

  test('is narrowed to a unit and a dimension', async () => {
    const { units, rows: all, dimensions } = await run({ settings: MOVED, changed: false, size: 1000 })
    const { unit = '', name } = units[0] ?? {}
    const { rows } = await run({ settings: MOVED, changed: false, size: 1000, unit })
    expect(rows).toEqual(all.filter(row => row.unitName === name))
    expect(rows.length).toBeGreaterThan(0)
    const [dimension = ''] = dimensions
    const one = await run({ settings: MOVED, changed: false, size: 1000, dimension })
    expect(one.rows).toEqual(all.filter(row => row.dimension === dimension))
  })

  test('writes nothing', async () => {
    const seq = async () => (await dispatcher.get(routes.getReplayForm)).bar.seq
    const before = await seq()
    await run({ draft: plan })
    expect(await seq()).toBe(before)
  })
})

test('the form names each line with its value and the sentences of the lights that read it', async () => {
  const { settings, lights } = await dispatcher.get(routes.getReplayForm)
  expect(settings.find(one => one.id === 'gap-red')).toMatchObject({ type: 'points', value: '-20pp' })
  const reads = lights.filter(one => one.settings.includes('gap-red'))
  expect(reads.map(one => one.sentence.includes('-20个百分点') || one.sentence.includes('20'))).toEqual([
    true,
  ])
})

describe('what cannot judge', () => {
  const answered = (body: object) => dispatcher.get(routes.runReplay, { body: { ...SPAN, ...body } })

  test('a text that is no plan is told line by line', async () => {
    const { replay, findings } = await answered({ draft: 'scheme: x\nlights: [\n' })
    expect(replay).toBeNull()
    expect(findings[0]).toMatchObject({ line: 3, column: 1, severity: 'error' })
  })

  test('a line beyond the next one is told where the plan has it', async () => {
    const { replay, findings } = await answered({ settings: { 'gap-red': '-5pp' } })
    expect(replay).toBeNull()
    expect(findings.map(one => one.code)).toEqual(['bands.order'])
  })

  test.each([
    [{}, 'replay.what'],
    [{ settings: {} }, 'replay.what'],
    [{ settings: MOVED, draft: plan }, 'replay.what'],
    [{ settings: { nope: '1%' } }, 'replay.setting'],
    [{ settings: { 'gap-red': '15%' } }, 'replay.setting'],
    [{ settings: MOVED, to: '2020-Q2' }, 'replay.periods'],
    [{ settings: MOVED, to: '2020-02' }, 'replay.periods'],
    [{ settings: MOVED, period: '2020-06' }, 'replay.periods'],
    [{ settings: MOVED, from: 'May' }, 'request.invalid'],
    [{ draft: 'x'.repeat(300_001) }, 'request.invalid'],
  ])('%# is refused', async (body, code) => {
    const { error } = await dispatcher.call(routes.runReplay, { body: { ...SPAN, ...body } })
    expect(error.code).toBe(code)
  })
})

test('the sheet of what is seen is a file', async () => {
  const answer = await dispatcher.fetch(routes.exportReplay, { body: { ...SPAN, settings: MOVED } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})
