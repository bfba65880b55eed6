import { routes } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

let world: World
let reporter: Client
let dispatcher: Client
beforeAll(async () => {
  world = await demoWorld()
  reporter = await world.as('zs-tianbao')
  dispatcher = await world.as('zs-diaodu')
})

test('a return is listed, opened, submitted, accepted and closed', async () => {
  const { returns } = await reporter.get(routes.listReturns)
  console.log(returns)
  const one = returns.at(-1)
  if (!one) throw new Error('none')
  const params = { unit: one.unit, period: one.period }
  const sheet = await reporter.get(routes.getReturn, { params })
  console.log(JSON.stringify({ ...sheet, rows: sheet.rows.slice(0, 1) }, null, 1).slice(0, 5000))
  const answer = await reporter.call(routes.submitReturn, {
    params,
    body: {
      rows: sheet.rows.map(row => ({ project: row.project, figures: { progress: '推进中' } })),
      passed: [],
      seen: sheet.seen,
      key: 'submit-once-1',
    },
  })
  console.log(answer.status, answer.body, answer.error)
  const periods = await dispatcher.get(routes.listPeriods)
  console.log(JSON.stringify(periods.periods, null, 1).slice(0, 3000))
  const page = await dispatcher.get(routes.getPeriod, { params: { period: one.period } })
  console.log(JSON.stringify(page, null, 1).slice(0, 3000))
  const chase = await dispatcher.get(routes.getChase, { params: { period: one.period } })
  console.log(JSON.stringify(chase.lines.slice(0, 3), null, 1))
  const preview = await dispatcher.get(routes.previewClosing, { params: { period: one.period } })
  console.log(preview)
  expect(answer.status).toBe(200)
})
