import { routes } from '@guatu/contract'
import { closingFact, storeResult, withScope } from '@guatu/store'
import { expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { HOME, PERIOD, periodWorld } from '../testing/period-world.ts'

const world = await periodWorld()
const { own, above, other, office, leader } = world.clients
const jpeg = (mark: number) => new Uint8Array([0xff, 0xd8, 0xff, mark])
const add = (client: Client, project: string, bytes: Uint8Array | string, period = PERIOD) =>
  client.call(routes.addEvidence, { params: { project, period }, file: { name: '封顶.jpg', bytes } })

test.each([
  ['a page called .jpg', () => add(own, 'a', '<html>'), 422, 'evidence.not-a-photo'],
  ['of a project that one does not see', () => add(own, 'w', jpeg(1)), 404, 'request.not-found'],
  ['of a project that there is not', () => add(office, 'nothing', jpeg(1)), 404, 'request.not-found'],
  ['by one who only reads', () => add(leader, 'a', jpeg(1)), 403, 'role.not-allowed'],
])('%s is refused', async (_, call, status, code) => {
  const answer = await call()
  expect([answer.status, answer.error.code]).toEqual([status, code])
})

test('is kept with its bytes, and shown in the return to who sees the project', async () => {
  const { body } = await add(own, 'a', jpeg(2))
  expect(body.usedElsewhere).toEqual([])
  const params = { project: 'a', period: PERIOD, sha256: body.sha256 }
  const file = await own.fetch(routes.getEvidence, { params })
  expect([file.headers.get('content-type'), new Uint8Array(await file.arrayBuffer())]).toEqual([
    'image/jpeg',
    jpeg(2),
  ])
  expect((await other.call(routes.getEvidence, { params })).status).toBe(404)
})

test('is handed out as a file of its own kind and never as a page, with all that the camera wrote', async () => {
  const exif = new TextEncoder().encode('\u00ff\u00e1 Exif GPSLatitude <script>alert(1)</script>')
  const bytes = new Uint8Array([...jpeg(6), ...exif])
  const { body } = await add(own, 'a', bytes)
  const params = { project: 'a', period: PERIOD, sha256: body.sha256 }
  const { headers, ...answer } = await own.fetch(routes.getEvidence, { params }).then(async one => ({
    headers: one.headers,
    bytes: new Uint8Array(await one.arrayBuffer()),
  }))
  expect(answer.bytes).toEqual(bytes)
  for (const [name, value] of [
    ['content-type', 'image/jpeg'],
    ['content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('封顶.jpg')}`],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', expect.stringContaining("default-src 'self'")],
    ['cross-origin-resource-policy', 'same-origin'],
    ['cache-control', 'no-store'],
  ] as const)
    expect(headers.get(name)).toEqual(value)
  const otherPeriod = await own.fetch(routes.getEvidence, { params: { ...params, period: '2020-04' } })
  expect(otherPeriod.status).toBe(404)
})

test('may be fifty of a project for a period, and no more', async () => {
  const at = (mark: number) => add(office, 'c', new Uint8Array([0xff, 0xd8, 0xff, 0, mark]), '2020-07')
  const first = Array.from({ length: 50 }, (_, mark) => mark)
  for (const mark of first) expect((await at(mark)).status).toBe(200)
  const { error } = await at(50)
  expect([error.code, error.params]).toEqual(['evidence.too-many', { limit: 50 }])
})

test('that another unit used is told of, without naming its project to who does not see it', async () => {
  await add(other, 'w', jpeg(3), '2020-04')
  const unseen = { project: null, projectName: null, period: '2020-04' }
  const seen = { project: 'w', projectName: '项目w', period: '2020-04' }
  const mine = { project: 'a', projectName: '项目a', period: PERIOD }
  expect((await add(own, 'a', jpeg(3))).body.usedElsewhere).toEqual([unseen])
  expect((await add(own, 'b', jpeg(3))).body.usedElsewhere).toEqual([unseen, mine])
  expect((await add(office, 'c', jpeg(3))).body.usedElsewhere).toMatchObject([seen, mine, { project: 'b' }])
  const shownTo = async (client: Client) => {
    const sheet = await client.get(routes.getReturn, { params: { unit: 'station', period: PERIOD } })
    const row = sheet.rows.find(one => one.project === 'a')
    return row?.evidence.flatMap(one => one.usedElsewhere.map(use => use.project))
  }
  expect(await shownTo(own)).toEqual([null, 'b', null])
  expect(await shownTo(above)).toEqual([null, 'b', 'c'])
  expect(await shownTo(office)).toEqual(['w', 'b', 'c'])
})

test('a submit with it needs a reason, for the same check that the page finds', async () => {
  const params = { unit: 'station', period: PERIOD }
  await add(other, 'w', jpeg(4), '2020-04')
  await add(own, 'b', jpeg(4))
  const { seen } = await own.get(routes.getReturn, { params })
  const rows = ['a', 'b'].map(project => ({ project, figures: { progress: '推进中' } }))
  const body = { rows, passed: [], seen, key: 'with-a-photo' }
  const answer = await own.call(routes.submitReturn, { params, body })
  expect(answer.error.code).toBe('return.warning-unexplained')
})

test('of a closed period is refused, unless it is there already', async () => {
  const before = await add(own, 'b', jpeg(6), '2020-04')
  const judged = { kind: 'closing', scheme: 's', schemeHash: 'h', engine: '1', asOf: '2020-04-30', seq: 1 }
  const { id } = await withScope(world.database, HOME, tx => storeResult(tx, judged, ['{}']))
  await world.write(closingFact('2020-04', { result: id }, '2020-06-01'))
  const { error } = await add(own, 'a', jpeg(5), '2020-04')
  expect([error.code, error.params]).toEqual(['period.closed', { period: '2020-04' }])
  const again = await add(own, 'b', jpeg(6), '2020-04')
  expect([again.status, again.body]).toEqual([200, before.body])
  expect((await add(own, 'a', jpeg(6), '2020-04')).error.code).toBe('period.closed')
})

test('that comes twice is kept once', async () => {
  const photos = async () => {
    const sheet = await own.get(routes.getReturn, { params: { unit: 'station', period: PERIOD } })
    return sheet.rows.find(one => one.project === 'a')?.evidence.map(one => one.sha256)
  }
  const { body } = await add(own, 'a', jpeg(7))
  const once = await photos()
  expect((await add(own, 'a', jpeg(7))).body).toEqual(body)
  expect(await photos()).toEqual(once)
})
