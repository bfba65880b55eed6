import { readFileSync } from 'node:fs'
import { routes } from '@guatu/contract'
import { readWorkbook } from '@guatu/documents'
import { unwrap } from '@guatu/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld } from '../testing/world.ts'

let dispatcher: Client
let reporter: Client
let leader: Client
beforeAll(async () => {
  const world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
  leader = await world.as('zs-lingdao')
})

/** Straight from the demo's file. */
const rows = readFileSync(new URL('../../../../demo/zhashui/projects.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.split(','))
const HOUSING = rows.filter(row => row[2] === 'housing')

describe('the list', () => {
  test('takes a unit for itself and all below it, and counts what each choice would show', async () => {
    const whole = await dispatcher.get(routes.listProjects)
    const office = await dispatcher.get(routes.listProjects, { query: { unit: 'county' } })
    expect(office.total).toBe(whole.total)
    const housing = await dispatcher.get(routes.listProjects, { query: { unit: 'housing' } })
    expect(housing.total).toBe(HOUSING.length)
    const { facets } = await dispatcher.get(routes.projectFacets, { query: { unit: 'housing' } })
    expect(facets.unit.find(one => one.id === 'housing')?.count).toBe(HOUSING.length)
    expect(facets.unit.find(one => one.id === 'county')?.count).toBe(whole.total)
    const inTowns = facets.place.reduce((sum, one) => sum + one.count, 0)
    expect(inTowns).toBe(HOUSING.length)
  })

  test('is narrowed by a colour in one dimension and by ranges', async () => {
    const { lights } = await dispatcher.get(routes.projectFacets)
    const [dimension = '', colours = []] = Object.entries(lights)[0] ?? []
    const { id = '', count = 0 } = colours[0] ?? {}
    const found = await dispatcher.get(routes.listProjects, { query: { light: `${dimension}:${id}` } })
    expect([found.total, found.total > 0]).toEqual([count, true])
    const wide = rows.filter(row => Number(row[8]) >= 600_000_000)
    const ranged = await dispatcher.get(routes.listProjects, { query: { totalMin: 60_000_000_000 } })
    expect(ranged.total).toBe(wide.length)
  })

  test('refuses a range that is no number', async () => {
    const { status, error } = await dispatcher.call(routes.listProjects, { query: { doneMin: '65%' } })
    expect([status, error.code]).toEqual([400, 'request.invalid'])
  })
})

describe('the sheet', () => {
  test('holds the columns and rows that are seen, in their order, and says what they were chosen by', async () => {
    const query = { unit: 'housing', sort: 'total-invest', order: 'asc' } as const
    const seen = await dispatcher.get(routes.listProjects, { query: { ...query, size: 500 } })
    const answer = await dispatcher.fetch(routes.exportProjects, {
      query: { ...query, columns: 'total-invest,unit' },
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const [sheet] = unwrap(await readWorkbook(bytes, 'x.xlsx')).sheets
    const text = (row: number, column: number) => sheet?.rows[row]?.[column]?.text ?? ''
    expect(text(0, 0)).toBe('柞水县项目表')
    expect(text(1, 0)).toContain(`范围：柞水县；责任单位：住房和城乡建设局；共${HOUSING.length}项`)
    expect(text(2, 0)).toContain(String(seen.bar.seq))
    expect([0, 1, 2, 3].map(column => text(3, column).split('\n')[0])).toEqual([
      '项目名称',
      '总投资',
      '责任单位',
      '',
    ])
    expect(seen.rows.map((_, index) => text(4 + index, 0))).toEqual(seen.rows.map(row => row.name))
    expect(text(4 + seen.total, 0)).toBe('合计')
  })
})

describe('a saved view', () => {
  const body = { name: '住建红灯', query: { unit: 'housing', colour: 'red' }, shared: false }

  test('is the own one until it is shared, and only its maker changes it', async () => {
    const { id } = await dispatcher.get(routes.addView, { body })
    const of = async (client: Client) =>
      (await client.get(routes.listViews)).views.filter(one => one.id === id)
    expect(await of(dispatcher)).toMatchObject([{ ...body, own: true }])
    expect(await of(leader)).toEqual([])
    await dispatcher.get(routes.changeView, { params: { id }, body: { shared: true, name: '红灯' } })
    expect(await of(leader)).toMatchObject([{ name: '红灯', query: body.query, own: false }])
    const refused = [
      await leader.call(routes.changeView, { params: { id }, body: { name: '别名' } }),
      await leader.call(routes.deleteView, { params: { id } }),
    ]
    expect(refused.map(({ status, error }) => [status, error.code])).toEqual([
      [403, 'view.not-yours'],
      [403, 'view.not-yours'],
    ])
    await dispatcher.get(routes.deleteView, { params: { id } })
    expect((await dispatcher.call(routes.deleteView, { params: { id } })).status).toBe(404)
  })

  test('keeps no moment', async () => {
    const { status } = await dispatcher.call(routes.addView, {
      body: { ...body, query: { asOf: '2020-05-31' } },
    })
    expect(status).toBe(400)
  })
})

describe('a change of many', () => {
  const found = { unit: 'housing' }
  const ask = { select: { found }, change: { leader: '县领导新', fundSource: '专项债券' } }

  test('is shown before it is written, written as one batch, and taken back by one undo', async () => {
    const preview = await dispatcher.get(routes.previewBulk, { body: ask })
    expect(preview.counts).toEqual({ changed: HOUSING.length, unchanged: 0, refused: 0 })
    const first = HOUSING.find(row => row[0] === preview.rows[0]?.project)
    expect(preview.rows[0]?.changes).toEqual([
      { field: 'leader', before: first?.[5], after: '县领导新' },
      { field: 'fund-source', before: null, after: '专项债券' },
    ])
    const written = await dispatcher.get(routes.commitBulk, {
      body: { ...ask, hash: preview.hash, reason: '领导分工调整' },
    })
    expect(written).toMatchObject({ changed: HOUSING.length })
    expect(written.lastSeq - written.firstSeq).toBe(HOUSING.length)
    const now = await dispatcher.get(routes.listProjects, { query: { leader: '县领导新', fund: '专项债券' } })
    expect(now.total).toBe(HOUSING.length)
    const again = await dispatcher.call(routes.commitBulk, {
      body: { ...ask, hash: preview.hash, reason: '领导分工调整' },
    })
    expect([again.status, again.error.code]).toEqual([409, 'bulk.stale'])
    await dispatcher.get(routes.undoBatch, { params: { id: written.batch }, body: {} })
    const after = await dispatcher.get(routes.listProjects, { query: { unit: 'housing', size: 500 } })
    expect(after.rows.map(row => [row.id, row.leader, row.fundSource]).sort()).toEqual(
      HOUSING.map(row => [row[0], row[5], undefined]).sort(),
    )
  })

  test('leaves out what may not be, with the reason, and refuses a change that changes nothing', async () => {
    const { rows: listed } = await dispatcher.get(routes.listProjects, { query: { size: 500 } })
    const single = listed.find(row => row.lists.length === 1)
    const ids = [single?.id ?? '']
    const leaves = single?.lists[0]
    const off = { select: { ids }, change: { leaves } }
    const preview = await dispatcher.get(routes.previewBulk, { body: off })
    expect(preview).toMatchObject({
      counts: { changed: 0, unchanged: 0, refused: 1 },
      rows: [{ refusal: 'last-list' }],
    })
    const refused = await dispatcher.call(routes.commitBulk, {
      body: { ...off, hash: preview.hash, reason: '调出' },
    })
    expect([refused.status, refused.error.code]).toEqual([422, 'bulk.nothing'])
    const unknown = await dispatcher.call(routes.previewBulk, {
      body: { select: { ids }, change: { leadUnit: 'nobody' } },
    })
    expect([unknown.status, unknown.error.code]).toEqual([400, 'request.invalid'])
  })

  test('is not for a reporter', async () => {
    const { status, error } = await reporter.call(routes.previewBulk, { body: ask })
    expect([status, error.code]).toEqual([403, 'role.not-allowed'])
  })
})
