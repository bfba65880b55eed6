import { readFileSync } from 'node:fs'
import { routes } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
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

/** Straight from the demo's file: the projects that the housing bureau leads, owns or has as town. */
const rows = readFileSync(new URL('../../../../demo/zhashui/projects.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.split(','))
const OWN = rows.filter(row => row.slice(2, 5).includes('housing')).map(row => row[0])
const FOREIGN = rows.find(row => !OWN.includes(row[0]))?.[0] ?? ''

test('a reporter lists own projects only, and the bar says whose they are', async () => {
  const { rows: listed, bar, sums } = await reporter.get(routes.listProjects, { query: { size: 500 } })
  expect(listed.map(row => row.id).sort()).toEqual([...OWN].sort())
  expect(sums.projects).toBe(OWN.length)
  expect(bar.scopeName).toBe('住房和城乡建设局')
  expect((await reporter.get(routes.getWarRoom)).total.projects).toBe(OWN.length)
})

describe('a project of others is not there for a reporter', () => {
  test('its page, its light, its entries', async () => {
    const page = await dispatcher.get(routes.getProject, { params: { id: FOREIGN } })
    const light = page.lights[0]
    const entry = page.trail[0]?.seq ?? 0
    const answers = [
      await reporter.call(routes.getProject, { params: { id: FOREIGN } }),
      await reporter.call(routes.whyLight, {
        query: { project: FOREIGN, list: light?.list ?? '', rule: light?.rule ?? '' },
      }),
      await reporter.call(routes.getEntry, { params: { seq: entry } }),
      await reporter.call(routes.undoEntry, { params: { seq: entry }, body: { key: 'scope-undo' } }),
      await reporter.call(routes.saveReturn, {
        body: {
          project: FOREIGN,
          period: '2020-05',
          figures: { 'invest-ytd': 1 },
          seen: entry,
          key: 'scope-save',
        },
      }),
    ]
    expect(answers.map(({ status, error }) => [status, error.code])).toEqual(
      answers.map(() => [404, 'request.not-found']),
    )
    expect((await dispatcher.get(routes.getEntry, { params: { seq: entry } })).project).toBe(FOREIGN)
  })

  test('and it is in no share of a total', async () => {
    const { shares, denominator } = await reporter.get(routes.whyIndicator, {
      query: { indicator: 'start-rate', scope: 'jurisdiction' },
    })
    expect(shares.map(share => share.project).sort()).toEqual([...OWN].sort())
    expect(denominator).toBe(OWN.length)
  })
})

test('another jurisdiction is not there either, for its dispatcher too', async () => {
  const other = await world.as('xx-diaodu')
  expect((await other.call(routes.getProject, { params: { id: FOREIGN } })).status).toBe(404)
  expect((await other.get(routes.getWarRoom)).bar.jurisdictionName).toBe('西夏区')
})
