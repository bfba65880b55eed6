import { randomUUID } from 'node:crypto'
import { type ReorganisationAsked, routes } from '@guatu/contract'
import { evaluate } from '@guatu/domain'
import { canonicalJson } from '@guatu/kernel'
import { readFacts, readScope, rebuildProjection, verifyChain, withScope } from '@guatu/store'
import { beforeAll, describe, expect, test } from 'vitest'
import { schemeAt } from '../moment/scheme.ts'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

const TODAY = '2020-05-31'
const EVE = '2020-05-19'
const DAY = '2020-05-20'
const scope = { jurisdiction: 'zhashui', person: 'test', reads: 'all' as const }

let world: World
let dispatcher: Client
let before: Record<string, string>
beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  before = { [EVE]: await judged(EVE), '2020-03-31': await judged('2020-03-31') }
})

/** The whole jurisdiction as of a day, byte by byte. */
const judged = (asOf: string) =>
  readScope(world.database, scope, async tx => {
    const { scheme } = await schemeAt(tx, { asOf })
    return canonicalJson(evaluate(scheme, await readFacts(tx, { asOf }), asOf))
  })
const head = () => readScope(world.database, scope, verifyChain)

type Unkeyed<T> = T extends ReorganisationAsked ? Omit<T, 'key' | 'reason'> : never
const keyed = (asked: Unkeyed<ReorganisationAsked>) =>
  ({ ...asked, reason: '机构改革方案', key: randomUUID() }) as ReorganisationAsked
async function make(wanted: Unkeyed<ReorganisationAsked>) {
  const asked = keyed(wanted)
  const preview = await dispatcher.get(routes.previewReorganisation, { body: asked })
  const saved = await dispatcher.get(routes.saveReorganisation, {
    body: { asked, fingerprint: preview.fingerprint },
  })
  return { asked, preview, saved }
}
const undo = (id: string) => dispatcher.get(routes.undoReorganisation, { params: { id }, body: {} })
const bulletin = async (asOf: string) =>
  JSON.stringify(await dispatcher.get(routes.previewDocument, { query: { asOf } }))

describe('a bureau gets a new name', () => {
  test('which the bulletin bears from that day on, and not before', async () => {
    expect(await bulletin(DAY)).toContain('水利局')
    const { saved } = await make({ kind: 'rename-unit', unit: 'water', name: '水务局', day: DAY })
    expect(await bulletin(EVE)).toContain('水利局')
    expect(await bulletin(EVE)).not.toContain('水务局')
    expect(await bulletin(DAY)).toContain('水务局')
    expect(await bulletin(DAY)).not.toContain('水利局')
    const { names } = await dispatcher.get(routes.getUnit, { params: { id: 'water' } })
    expect(names).toEqual([
      { name: '水利局', from: '2020-01-01' },
      { name: '水务局', from: DAY },
    ])
    const [record] = (await dispatcher.get(routes.listReorganisations)).records
    expect(record).toMatchObject({
      id: saved.id,
      kind: 'rename-unit',
      day: DAY,
      reason: '机构改革方案',
      from: { id: 'water', name: '水利局' },
      to: { id: 'water', name: '水务局' },
      undone: false,
    })
  })
})

describe('two towns become one', () => {
  test('the projects of both, closed under its own name before, and all of it undone by one step', async () => {
    const asOfToday = await judged(TODAY)
    const { preview, saved } = await make({
      kind: 'merge-units',
      unit: 'xiaoling',
      into: 'xialiang',
      day: DAY,
    })
    const counts = Object.fromEntries(preview.changed.map(one => [one.unit, [one.before, one.after]]))
    const [was, is] = counts.xialiang ?? []
    expect(counts.xiaoling?.[1]).toEqual({ projects: 0, posts: 0 })
    expect(is?.projects).toBe((was?.projects ?? 0) + (counts.xiaoling?.[0]?.projects ?? 0))
    const { units } = await dispatcher.get(routes.listUnits)
    expect(units.find(one => one.id === 'xiaoling')).toMatchObject({
      name: '小岭镇',
      projects: 0,
      closed: { day: DAY, into: 'xialiang' },
    })
    expect(units.find(one => one.id === 'xialiang')).toMatchObject({ projects: is?.projects, closed: null })
    const towns = async (asOf: string) =>
      new Set(
        (await dispatcher.get(routes.listProjects, { query: { asOf, size: 500 } })).rows.map(
          row => row.townUnitName,
        ),
      )
    expect((await towns(EVE)).has('小岭镇')).toBe(true)
    expect((await towns(TODAY)).has('小岭镇')).toBe(false)

    await undo(saved.id)
    expect(await judged(TODAY)).toBe(asOfToday)
    const again = await dispatcher.call(routes.undoReorganisation, { params: { id: saved.id }, body: {} })
    expect([again.status, again.error.code]).toEqual([404, 'request.not-found'])
  })
})

describe('a project', () => {
  test('is split so that plans and figures add up, and each page leads to the other', async () => {
    const parts = await dispatcher.get(routes.projectParts, { params: { id: 'zs-001' } })
    expect(parts).toMatchObject({
      totalInvest: 66_741_000_000,
      plans: [{ list: 'key', year: 2020, annualPlan: 22_247_000_000 }],
      period: '2020-05',
      ended: true,
    })
    const whole = parts.figures['invest-ytd'] ?? 0
    const { asked, preview } = await make({
      kind: 'split-project',
      project: 'zs-001',
      name: '凤凰镇污水管网二期',
      plans: [{ list: 'key', year: 2020, annualPlan: 10_000_000_000 }],
      totalInvest: 30_000_000_000,
      figures: { 'invest-ytd': 1_000_000 },
      day: TODAY,
    })
    expect(preview.sums.after).toMatchObject({
      annualPlan: 22_247_000_000,
      invested: whole,
      totalInvest: 66_741_000_000,
    })
    // Of the plan to date each of the two is rounded month by month.
    const { planToDate, ...exact } = preview.sums.before
    expect(preview.sums.after).toMatchObject(exact)
    expect(Math.abs(preview.sums.after.planToDate - planToDate)).toBeLessThanOrEqual(5)
    expect(preview.lists[0]?.after.annualPlan).toBe(preview.lists[0]?.before.annualPlan)
    const id = `p-${asked.key.replaceAll('-', '').slice(0, 12)}`
    const page = await dispatcher.get(routes.getProject, { params: { id } })
    expect(page.row).toMatchObject({
      name: '凤凰镇污水管网二期',
      annualPlan: 10_000_000_000,
      invested: 1_000_000,
    })
    expect(page.trail[0]).toMatchObject({ period: '2020-05', reason: '机构改革方案' })
    for (const one of ['zs-001', id]) {
      const { records } = await dispatcher.get(routes.projectChanges, { params: { id: one } })
      expect(records).toMatchObject([{ kind: 'split-project', from: { id: 'zs-001' }, to: { id } }])
    }
  })

  test('that left into another is found under that one by its old name, and its own page still says where', async () => {
    const figures = async (id: string) =>
      (await dispatcher.get(routes.projectParts, { params: { id } })).figures['invest-ytd'] ?? 0
    const [first, second] = [await figures('zs-003'), await figures('zs-004')]
    const { preview, saved } = await make({
      kind: 'merge-projects',
      project: 'zs-004',
      into: 'zs-003',
      figures: { 'invest-ytd': first + second },
      day: TODAY,
    })
    expect(preview.sums.before.annualPlan).toBe(18_763_000_000 + 5_337_000_000)
    expect(preview.sums.after.annualPlan).toBe(18_763_000_000 + 5_337_000_000)
    expect(preview.sums.after.invested).toBe(first + second)
    const found = await dispatcher.get(routes.listProjects, { query: { q: '杏坪镇过境道路改线工程' } })
    expect(found.rows.map(row => row.id)).toEqual(['zs-003'])
    expect((await dispatcher.call(routes.getProject, { params: { id: 'zs-004' } })).status).toBe(404)
    const past = await dispatcher.get(routes.getProject, { params: { id: 'zs-004' }, query: { asOf: EVE } })
    expect(past.row.name).toBe('杏坪镇过境道路改线工程')
    const { records } = await dispatcher.get(routes.projectChanges, { params: { id: 'zs-004' } })
    expect(records).toMatchObject([{ kind: 'merge-projects', from: { id: 'zs-004' }, to: { id: 'zs-003' } }])

    const { seq } = (await dispatcher.get(routes.getProject, { params: { id: 'zs-003' } })).trail[0] ?? {
      seq: 0,
    }
    await dispatcher.get(routes.saveReturn, {
      body: {
        project: 'zs-003',
        period: '2020-05',
        figures: { 'invest-ytd': first + second + 1 },
        reason: '核实',
        seen: seq,
        key: randomUUID(),
      },
    })
    const late = await dispatcher.call(routes.undoReorganisation, { params: { id: saved.id }, body: {} })
    expect([late.status, late.error.code]).toEqual([409, 'undo.overtaken'])
  })
})

describe('an import after it', () => {
  test('finds a project by its former name, changes what it says from that day on, and leaves the name', async () => {
    const id = 'zs-007'
    const name = async (asOf: string) =>
      (await dispatcher.get(routes.getProject, { params: { id }, query: { asOf } })).row
    const old = (await name(EVE)).name
    await make({ kind: 'rename-project', project: id, name: '更名后的项目', day: DAY })
    const csv = `项目名称,包抓领导\n${old},新任领导\n`
    const draft = await dispatcher.get(routes.uploadImport, { file: { name: '名单.csv', bytes: csv } })
    const params = { id: draft.id }
    const decided = await dispatcher.get(routes.decideImport, { params, body: { list: 'key' } })
    expect(decided.rows.filter(row => row.project !== null)).toMatchObject([{ kind: 'update', project: id }])
    await dispatcher.get(routes.commitImport, { params, body: {} })
    expect(await name(TODAY)).toMatchObject({ name: '更名后的项目', leader: '新任领导', formerNames: [old] })
    expect((await name(EVE)).name).toBe(old)
    expect((await name(EVE)).leader).not.toBe('新任领导')
  })
})

describe('nothing is written', () => {
  test('when data changed after the preview, or the same request comes again', async () => {
    const asked = keyed({ kind: 'rename-unit', unit: 'health', name: '卫健局', day: TODAY })
    const stale = await dispatcher.call(routes.saveReorganisation, {
      body: { asked, fingerprint: 'of another' },
    })
    expect([stale.status, stale.error.code]).toEqual([409, 'reorganise.stale'])
    const { fingerprint } = await dispatcher.get(routes.previewReorganisation, { body: asked })
    const first = await dispatcher.get(routes.saveReorganisation, { body: { asked, fingerprint } })
    const after = await head()
    expect(await dispatcher.get(routes.saveReorganisation, { body: { asked, fingerprint } })).toEqual(first)
    expect(await head()).toEqual(after)
  })

  test.each<[string, Unkeyed<ReorganisationAsked>]>([
    ['reorganise.day-ahead', { kind: 'rename-unit', unit: 'housing', name: '新局', day: '2020-06-01' }],
    ['reorganise.written-later', { kind: 'rename-unit', unit: 'water', name: '新局', day: EVE }],
    ['reorganise.name-taken', { kind: 'rename-unit', unit: 'housing', name: '水利局', day: TODAY }],
    ['reorganise.cycle', { kind: 'move-unit', unit: 'county', parent: 'housing', day: TODAY }],
    ['reorganise.has-units', { kind: 'merge-units', unit: 'county', into: 'housing', day: TODAY }],
    ['reorganise.into-itself', { kind: 'merge-units', unit: 'housing', into: 'housing', day: TODAY }],
  ])('where it is refused: %s', async (code, wanted) => {
    const start = await head()
    const asked = keyed(wanted)
    const preview = await dispatcher.call(routes.previewReorganisation, { body: asked })
    const save = await dispatcher.call(routes.saveReorganisation, { body: { asked, fingerprint: '' } })
    expect([preview.error.code, save.error.code]).toEqual([code, code])
    expect(save.error.zh).not.toMatch(/[{}]/)
    expect(await head()).toEqual(start)
  })
})

test('after all of it the past stands byte by byte, the chain holds, and the projections say what the ledger says', async () => {
  for (const [asOf, was] of Object.entries(before)) expect(await judged(asOf)).toBe(was)
  expect(await head()).toMatchObject({ ok: true })
  const live = await judged(TODAY)
  await withScope(world.database, scope, rebuildProjection)
  expect(await judged(TODAY)).toBe(live)
})
