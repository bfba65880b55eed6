// A month's returns of every project from a .csv and an .xlsx file: npm run bench -- import [--projects 100000] [--json]
import { strictEqual } from 'node:assert'
import { writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { readWorkbookGuarded } from '@guatu/documents'
import { must } from '@guatu/kernel'
import { importAtOnce } from '@guatu/server'
import exceljs from 'exceljs'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { numberOf } from './support/arguments.ts'
import { bigProjects, PLAN } from './support/facts.ts'
import { type Figure, report, timed } from './support/measure.ts'
import { filledWorld, ROOT } from './support/world.ts'

const projects = numberOf('projects', 100_000)
/** No return of it is there yet. */
const PERIOD = '2023-09'
const HEADERS = ['项目代码', '项目名称', '本年累计完成投资（万元）', '累计支付（万元）', '项目阶段']
const WAN = 1_000_000
const workerUrl = pathToFileURL(join(ROOT, 'dist/read-worker.mjs'))

type Line = readonly [string, string, number, number, string]
const STAGES: Readonly<Record<string, string>> = { started: '已开工', prepare: '前期', reserve: '储备' }
const lines = [...bigProjects({ projects, months: 1 })].map(({ project, returns }): Line => {
  const { 'invest-ytd': done = 0, 'paid-ytd': paid = 0, stage = '' } = returns[0]?.figures ?? {}
  const wan = (amount: number | string) => Math.round(Number(amount) / WAN)
  return [project.code ?? '', project.name, wan(done), wan(paid), STAGES[stage] ?? '前期']
})
const csv = Buffer.from([HEADERS, ...lines].map(line => `${line.join(',')}\n`).join(''))

const figures = [...(await csvFigures()), await xlsxFigure()]
report(`import, ${projects} rows`, figures)

/** Bytes in memory to rows committed with fsync, on both sides. */
async function csvFigures(): Promise<Figure[]> {
  const world = await filledWorld({ projects, months: 1 })
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  const columns = 'code text, name text, done bigint, paid bigint, stage text'
  const ledger = 'seq bigint, prev_hash text, hash text, entered_by text, recorded_at timestamptz'
  await client.query(`create schema plain; create table plain.month (${columns}, primary key (code));
    create table plain.ledger (${columns}, ${ledger}, primary key (seq))`)
  const copy = (table: string, bytes: Buffer) =>
    pipeline(Readable.from([bytes]), client.query(copyFrom(`copy ${table} from stdin (format csv, header)`)))
  const bare = await timed(
    5,
    async () => {
      await client.query('truncate plain.month')
      await copy('plain.month', csv)
    },
    1,
  )
  const asLedger = Buffer.from(
    [
      [...HEADERS, 'seq', 'prev_hash', 'hash', 'entered_by', 'recorded_at'],
      ...lines.map((line, i) => [...line, i, 'a'.repeat(64), 'b'.repeat(64), 'clerk', '2023-11-01']),
    ]
      .map(line => `${line.join(',')}\n`)
      .join(''),
  )
  const wide = await timed(
    3,
    async () => {
      await client.query('truncate plain.ledger')
      await copy('plain.ledger', asLedger)
    },
    1,
  )
  const ours = await timed(
    1,
    async () => {
      const done = await importAtOnce(
        world.database,
        { file: { name: 'month.csv', bytes: csv }, workerUrl, period: PERIOD, list: 'own-batches' },
        PLAN,
        'dispatcher',
      )
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      strictEqual(done.value.accepted, projects, JSON.stringify(done.value.rejected.slice(0, 3)))
    },
    0,
  )
  await client.end()
  await world.stop()
  const speed = (what: string, plain: number, aim: string, met: boolean, note?: string): Figure => ({
    what,
    ours: ours.p50,
    plain,
    unit: 'ms',
    aim,
    ratio: plain / ours.p50,
    met,
    note,
  })
  return [
    speed(
      '.csv of a month, all checks, ledger, projection and undo',
      bare.p50,
      '>= 0.15× of a bare COPY',
      bare.p50 / ours.p50 >= 0.15,
      'the file’s own five columns and key',
    ),
    speed(
      'the same beside a COPY that also carries a ledger’s columns',
      wide.p50,
      'none',
      true,
      'seq, both hashes, person and time made beforehand',
    ),
  ]
}

/** Both read the same book into cells; neither writes. */
async function xlsxFigure(): Promise<Figure> {
  const dir = await mkdtemp(join(tmpdir(), 'guatu-bench-'))
  const file = join(dir, 'month.xlsx')
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('月报')
  sheet.addRow(HEADERS)
  for (const line of lines) sheet.addRow([...line])
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()))
  const bytes = await readFile(file)
  let rows = 0
  const bare = await timed(
    3,
    async () => {
      rows = 0
      for await (const part of new exceljs.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
        sharedStrings: 'cache',
        worksheets: 'emit',
        styles: 'ignore',
        hyperlinks: 'ignore',
      }))
        for await (const row of part) rows += row.cellCount > 0 ? 1 : 0
    },
    1,
  )
  const ours = await timed(
    3,
    async () => {
      const read = await readWorkbookGuarded(bytes, 'month.xlsx', { workerUrl, timeoutMs: 60_000 })
      strictEqual(must(read.ok ? read.value.sheets[0] : undefined, 'a sheet').rows.length, rows)
    },
    1,
  )
  await rm(dir, { recursive: true })
  const ratio = bare.p50 / ours.p50
  return {
    what: '.xlsx read with its guard',
    ours: ours.p50,
    plain: bare.p50,
    unit: 'ms',
    aim: '>= 0.7× of exceljs’s bare stream',
    ratio,
    met: ratio >= 0.7,
  }
}
