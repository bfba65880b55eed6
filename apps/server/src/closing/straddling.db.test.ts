import { routes } from '@guatu/contract'
import { must } from '@guatu/kernel'
import { beforeAll, expect, test } from 'vitest'
import { PERIOD, type PeriodWorld, periodWorld } from '../testing/period-world.ts'
import { verifyAll } from '../verify/verify.ts'

/** 27 April to 3 May 2020: ends in May and begins before it. */
const WEEK = '2020-W18'
/** 25 to 31 May, which lies in it. */
const INSIDE = '2020-W22'
const world: PeriodWorld = await periodWorld()
const { office } = world.clients
const params = { period: PERIOD }
let count = 0
const next = () => `straddling-${++count}`

const save = (project: string, period: string, invested: number) =>
  office.call(routes.saveReturn, {
    body: {
      ...{ project, period, figures: { 'invest-ytd': invested }, reason: '补报' },
      ...{ seen: Number.MAX_SAFE_INTEGER, key: next() },
    },
  })
const sheet = async () => {
  const { rows } = await office.get(routes.getReturn, { params: { unit: 'station', ...params } })
  return rows.map(({ project, cells, known }) => {
    const { value, last } = must(cells['invest-ytd'], 'cell')
    return [project, value, last, known.history.length]
  })
}
const bytes = async () => Buffer.from(await (await office.fetch(routes.getClosing, { params })).arrayBuffer())
const page = async () => (await office.get(routes.getPeriod, { params })).line
const invested = async (query: object) =>
  (await office.get(routes.getWarRoom, { query: query as never })).total.invested

interface Shown {
  readonly bytes: Buffer
  readonly page: Awaited<ReturnType<typeof page>>
  readonly sheet: Awaited<ReturnType<typeof sheet>>
  readonly total: number | null
  readonly bulletin: unknown
}
let closing: NonNullable<Shown['page']['closing']>
async function shown(): Promise<Shown> {
  const line = await page()
  const then = { asOf: '2020-05-31', knownAt: closing.seq }
  const bulletin = await office.get(routes.previewDocument, {
    query: { kind: 'bulletin', period: PERIOD },
  })
  return {
    bytes: await bytes(),
    page: line,
    sheet: await sheet(),
    total: await invested(then),
    bulletin,
  }
}

let before: Shown
beforeAll(async () => {
  // Project a has a figure of May, b has none.
  expect((await save('a', PERIOD, 150_010_000)).status).toBe(200)
  const { missing } = await office.get(routes.previewClosing, { params })
  const body = { without: missing.map(one => one.unit), key: next() }
  closing = (await office.get(routes.closePeriod, { params, body })).closing
  before = await shown()
})

test('a week that begins before a closed month is its own period: it is written, the month stays as it was frozen', async () => {
  expect((await save('a', INSIDE, 1)).error.code).toBe('period.closed')
  for (const project of ['a', 'b']) expect((await save(project, WEEK, 199_990_000)).status).toBe(200)
  expect(await shown()).toEqual(before)
  const { sheet } = before
  expect(sheet).toEqual([
    ['a', 150_010_000, { value: 123_450_000, period: '2020-04', entry: expect.any(Number) }, 1],
    ['b', null, { value: 123_450_000, period: '2020-04', entry: expect.any(Number) }, 1],
  ])
})

test('what is known now of the same day has the week where the month has no figure', async () => {
  const now = await invested({ asOf: '2020-05-31' })
  expect(Number(now) - Number(before.total)).toBe(199_990_000 - 123_450_000)
})

test('verify judges the closed month again, to the same bytes', async () => {
  expect(await verifyAll(world.database)).toMatchObject({
    ...{ ok: true, findings: [], differing: [] },
    jurisdictions: [{ jurisdiction: 'zhashui', results: 1 }],
  })
})
