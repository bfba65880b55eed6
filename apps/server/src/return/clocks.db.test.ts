import { routes } from '@guatu/contract'
import { appendBatch, entriesOf, readScope, withScope } from '@guatu/store'
import { runOn } from '@guatu/store/testing'
import { beforeAll, expect, test } from 'vitest'
import { importAtOnce } from '../import/at-once.ts'
import { HOME, PERIOD, type PeriodWorld, periodWorld, type Who } from '../testing/period-world.ts'

const WRITERS = ['own', 'above', 'other', 'office'] as const satisfies Who[]
const READERS = ['leader', 'inspector', 'administrator'] as const satisfies Who[]
const NEWEST = Number.MAX_SAFE_INTEGER

/** May 2020 opens on 31 May, is due on 5 June and locked from 10 June on. */
const MOMENTS = {
  early: '2020-05-30',
  opens: '2020-05-31',
  due: '2020-06-05',
  'past due': '2020-06-06',
  'before lock': '2020-06-08',
  locks: '2020-06-09',
  'past lock': '2020-06-10',
  closed: '2020-06-10',
  unlocked: '2020-06-10',
} as const
type Moment = keyof typeof MOMENTS

let world: PeriodWorld
let count = 0
const next = () => `clock-key-${++count}`

/** What the path answers: ok, or the code that refuses it. Each writes something that no other has written. */
const PATHS: Readonly<Record<string, (who: Who) => Promise<string>>> = {
  submit: who => {
    const rows = ['a', 'b'].map(project => ({ project, figures: { progress: next() } }))
    const body = { rows, passed: [], reason: '核对', seen: NEWEST, key: next() }
    return told(
      world.clients[who].call(routes.submitReturn, { params: { unit: 'station', period: PERIOD }, body }),
    )
  },
  'project page': async who => {
    const { status, body, error } = await world.clients[who].call(routes.getProject, { params: { id: 'a' } })
    if (status !== 200) return error.code
    if (!body.openPeriods.includes(PERIOD)) return 'not offered'
    return body.shut.find(one => one.period === PERIOD)?.code ?? 'open'
  },
  'single row': who => {
    const figures = { problem: next() }
    const body = { project: 'a', period: PERIOD, figures, reason: '核对', seen: NEWEST, key: next() }
    return told(world.clients[who].call(routes.saveReturn, { body }))
  },
  undo: async who =>
    told(
      world.clients[who].call(routes.undoEntry, { params: { seq: await entrySeq() }, body: { key: next() } }),
    ),
  import: async who => {
    const file = { name: `${next()}.csv`, bytes: table() }
    const uploaded = await world.clients[who].call(routes.uploadImport, { file })
    if (uploaded.status !== 200) return uploaded.error.code
    const row = uploaded.body.rows.find(one => one.name === '项目a')
    const found = row?.findings.find(one => one.level === 'error')?.code
    const params = { id: uploaded.body.id }
    return `${found ?? 'clean'} ${await told(world.clients[who].call(routes.commitImport, { params, body: {} }))}`
  },
  'import at once': async who => {
    const report = await atOnce(who)
    if (!report.ok) return report.error.code
    return report.value.accepted > 0 ? 'ok' : (report.value.rejected[0]?.code ?? 'nothing')
  },
  'undo of an import': async who => {
    const id = await batchOf(who)
    if (id === '') return 'no batch'
    return told(world.clients[who].call(routes.undoBatch, { params: { id }, body: {} }))
  },
}

async function told(call: Promise<{ status: number; error: { code: string } }>): Promise<string> {
  const { status, error } = await call
  return status === 200 ? 'ok' : error.code
}

const table = () => `项目名称,存在问题,月份\n项目a,${next()},${PERIOD}`
const atOnce = (who: Who) =>
  importAtOnce(
    world.database,
    { file: { name: `${next()}.csv`, bytes: Buffer.from(table()) }, workerUrl: world.workerUrl },
    HOME.jurisdiction,
    who,
  )

/** While the period is closed: what was written before, one for each who may. */
const kept = new Map<string, string | number>()
let moment: Moment = 'opens'

async function writeEntry(project: string, figures: Record<string, string | null>): Promise<number> {
  const entry = { subject: { kind: 'project', project }, period: PERIOD, figures } as const
  const entries = [{ ...entry, origin: { via: 'form' }, reportedBy: 'station' } as const]
  return (await withScope(world.database, HOME, tx => appendBatch(tx, { entries }))).firstSeq
}

/** An entry that nothing stands on. */
const entrySeq = () => madeBefore('entry', () => writeEntry('a', { problem: next() }))

/** An import of that person's, written on a day on which the return is open. */
const batchOf = (who: Who) =>
  madeBefore(`batch ${who}`, async () => {
    const day = MOMENTS[moment]
    await world.today('2020-06-01')
    const report = await atOnce(who)
    await world.today(day)
    if (!report.ok || report.value.accepted === 0) return ''
    return (await world.clients[who].get(routes.listBatches)).batches[0]?.id ?? ''
  })

async function madeBefore<T extends string | number>(name: string, make: () => Promise<T>): Promise<T> {
  const before = kept.get(name)
  if (moment === 'closed' && before !== undefined) return before as T
  const made = await make()
  kept.set(name, made)
  return made
}

/** Open to the own unit, and not whole: no file carries the return along. */
async function reset() {
  if (moment === 'closed') return
  await world.stand('open')
  await writeEntry('b', { progress: null })
}

beforeAll(async () => {
  world = await periodWorld()
})

/** Typed by hand, in the order of `WRITERS`. Who only reads is refused by role, whatever the day. */
const TABLE: Readonly<Record<Moment, Readonly<Record<string, readonly string[]>>>> = {
  early: {
    'project page': ['not offered', 'not offered', 'request.not-found', 'not offered'],
    submit: ['return.not-open', 'return.not-yours', 'request.not-found', 'ok'],
    'single row': [
      'return.period-not-ended',
      'return.period-not-ended',
      'request.not-found',
      'return.period-not-ended',
    ],
    undo: ['return.not-open', 'return.not-open', 'request.not-found', 'ok'],
    import: [
      'row.period-not-ended return.not-open',
      'row.period-not-ended return.not-open',
      'row.period-not-ended import.bad-rows',
      'row.period-not-ended import.bad-rows',
    ],
    'import at once': ['return.not-open', 'return.not-open', 'row.period-not-ended', 'row.period-not-ended'],
    'undo of an import': ['return.not-open', 'return.not-open', 'no batch', 'ok'],
  },
  ...(Object.fromEntries(
    (['opens', 'due', 'past due', 'before lock', 'locks'] as const).map(moment => [moment, whileOpen()]),
  ) as Record<'opens' | 'due' | 'past due' | 'before lock' | 'locks', ReturnType<typeof whileOpen>>),
  'past lock': pastLock(),
  closed: {
    submit: ['period.closed', 'return.not-yours', 'request.not-found', 'period.closed'],
    'project page': ['return.frozen', 'return.frozen', 'request.not-found', 'return.frozen'],
    'single row': ['period.closed', 'period.closed', 'request.not-found', 'period.closed'],
    undo: ['period.closed', 'period.closed', 'request.not-found', 'period.closed'],
    import: [
      'return.frozen period.closed',
      'return.frozen period.closed',
      'return.frozen period.closed',
      'return.frozen period.closed',
    ],
    'import at once': ['period.closed', 'period.closed', 'period.closed', 'period.closed'],
    'undo of an import': ['period.closed', 'period.closed', 'no batch', 'period.closed'],
  },
  // An unlock opens it for the office: the lock day of the others stays where it was.
  unlocked: pastLock(),
}

function whileOpen() {
  return {
    submit: ['ok', 'return.not-yours', 'request.not-found', 'ok'],
    'project page': ['open', 'open', 'request.not-found', 'open'],
    'single row': ['ok', 'ok', 'request.not-found', 'ok'],
    undo: ['ok', 'ok', 'request.not-found', 'ok'],
    import: ['clean ok', 'clean ok', 'row.not-yours import.bad-rows', 'clean ok'],
    'import at once': ['ok', 'ok', 'row.not-yours', 'ok'],
    'undo of an import': ['ok', 'ok', 'no batch', 'ok'],
  }
}

function pastLock() {
  return {
    submit: ['return.locked', 'return.not-yours', 'request.not-found', 'ok'],
    'project page': ['return.locked', 'return.locked', 'request.not-found', 'open'],
    'single row': ['return.locked', 'return.locked', 'request.not-found', 'ok'],
    undo: ['return.locked', 'return.locked', 'request.not-found', 'ok'],
    import: [
      'return.locked return.locked',
      'return.locked return.locked',
      'row.not-yours import.bad-rows',
      'clean ok',
    ],
    'import at once': ['return.locked', 'return.locked', 'row.not-yours', 'ok'],
    'undo of an import': ['return.locked', 'return.locked', 'no batch', 'ok'],
  }
}

async function turnTo(to: Moment) {
  if (to === 'closed')
    for (const who of WRITERS) {
      await reset()
      await batchOf(who)
      await entrySeq()
    }
  moment = to
  await world.today(MOMENTS[to])
  const params = { period: PERIOD }
  if (to === 'closed') {
    const { missing } = await world.clients.office.get(routes.previewClosing, { params })
    const body = { without: missing.map(one => one.unit), key: next() }
    await world.clients.office.get(routes.closePeriod, { params, body })
  }
  if (to === 'unlocked')
    await world.clients.office.get(routes.unlockPeriod, {
      params,
      body: { reason: '补报', hours: 1, key: next() },
    })
}

const written = async () => {
  const [row] = await runOn<{ text: string }>(
    world.database.url,
    `select (select count(*) from entry) || ' ' || (select count(*) from fact where word = 'return') as text`,
  )
  return row?.text
}

test.each(Object.keys(MOMENTS) as Moment[])('%s: every path and every role', async to => {
  await turnTo(to)
  const answers: Record<string, string[]> = {}
  for (const [path, ask] of Object.entries(PATHS)) {
    answers[path] = []
    for (const who of WRITERS) {
      await reset()
      answers[path].push(await ask(who))
    }
  }
  expect(answers).toEqual(TABLE[to])
})

test('what the office enters past the lock is the unit’s, entered by the office', async () => {
  expect(await PATHS['single row']?.('office')).toBe('ok')
  const trail = await readScope(world.database, HOME, tx => entriesOf(tx, 'a'))
  expect(trail[0]).toMatchObject({ reportedBy: 'station', enteredBy: 'office', origin: { via: 'form' } })
})

test.each(READERS)('%s writes by no path', async who => {
  const client = world.clients[who]
  const [seq, id] = [await entrySeq(), await batchOf('office')]
  const before = await written()
  expect([
    await PATHS.submit?.(who),
    await PATHS['single row']?.(who),
    await told(client.call(routes.undoEntry, { params: { seq }, body: { key: next() } })),
    await told(client.call(routes.uploadImport, { file: { name: 'x.csv', bytes: table() } })),
    await PATHS['import at once']?.(who),
    await told(client.call(routes.undoBatch, { params: { id }, body: {} })),
  ]).toEqual(Array(6).fill('role.not-allowed'))
  expect(await written()).toBe(before)
})
