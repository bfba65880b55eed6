import { existsSync, readFileSync } from 'node:fs'
import { writeProjectTable } from '@guatu/documents'
import { boardView, evaluate, finish, PUBLISHED_CALENDAR, standingOf, start } from '@guatu/domain'
import { type Day, dayNumber, must, unwrap } from '@guatu/kernel'
import { parseScheme } from '@guatu/scheme'
import { importAtOnce, projectTable } from '@guatu/server'
import { entriesOf, entryBySeq, headSeq, readFacts, readScope } from '@guatu/store'
import { testDatabase } from '@guatu/store/testing'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from '../../packages/documents/src/read/testing/worker.ts'
import { DISPATCHER, importExample, JURISDICTION } from './road.ts'

const FILE = '../shared/data/timeseries/nyc_capital_projects_2014_2019.csv'

/** A cell as the file has it: its row counted from the header, which is row 1. */
interface Cell {
  readonly row: number
  readonly text: string
}
interface Checked {
  readonly pid: string
  readonly asOf: Day
  readonly budget: { readonly first: Cell; readonly now: Cell; readonly cents: [number, number] }
  readonly growth: { readonly cents: number; readonly percent: string; readonly colour: string }
  readonly done: { readonly first: Cell; readonly now: Cell }
  readonly slip: { readonly days: number; readonly colour: string }
}

/** Worked out by hand from the file; growth is (now - first) / first, slip is now - first in days. */
const CHECKED: readonly Checked[] = [
  {
    pid: '7',
    asOf: '2016-06-01',
    budget: {
      first: { row: 2, text: '53493000' },
      now: { row: 8, text: '62301672.08' },
      cents: [5_349_300_000, 6_230_167_208],
    },
    growth: { cents: 880_867_208, percent: '16.5', colour: 'yellow' },
    done: { first: { row: 2, text: '03/31/2018' }, now: { row: 8, text: '09/08/2017' } },
    slip: { days: -204, colour: 'green' },
  },
  {
    pid: '7',
    asOf: '2019-09-01',
    budget: {
      first: { row: 2, text: '53493000' },
      now: { row: 16, text: '68798457' },
      cents: [5_349_300_000, 6_879_845_700],
    },
    growth: { cents: 1_530_545_700, percent: '28.6', colour: 'red' },
    done: { first: { row: 2, text: '03/31/2018' }, now: { row: 16, text: '02/14/2020' } },
    slip: { days: 685, colour: 'red' },
  },
  {
    pid: '151',
    asOf: '2016-06-01',
    budget: {
      first: { row: 241, text: '297255000' },
      now: { row: 247, text: '332329000' },
      cents: [29_725_500_000, 33_232_900_000],
    },
    growth: { cents: 3_507_400_000, percent: '11.8', colour: 'yellow' },
    done: { first: { row: 241, text: '10/18/2017' }, now: { row: 247, text: '10/18/2017' } },
    slip: { days: 0, colour: 'green' },
  },
  {
    pid: '151',
    asOf: '2019-09-01',
    budget: {
      first: { row: 241, text: '297255000' },
      now: { row: 255, text: '122909000' },
      cents: [29_725_500_000, 12_290_900_000],
    },
    growth: { cents: -17_434_600_000, percent: '-58.7', colour: 'green' },
    done: { first: { row: 241, text: '10/18/2017' }, now: { row: 255, text: '01/23/2021' } },
    slip: { days: 1193, colour: 'red' },
  },
  {
    pid: '170',
    asOf: '2016-06-01',
    budget: {
      first: { row: 271, text: '33727000' },
      now: { row: 277, text: '34959000' },
      cents: [3_372_700_000, 3_495_900_000],
    },
    growth: { cents: 123_200_000, percent: '3.7', colour: 'green' },
    done: { first: { row: 271, text: '07/16/2024' }, now: { row: 277, text: '07/18/2026' } },
    slip: { days: 732, colour: 'red' },
  },
  {
    pid: '170',
    asOf: '2019-09-01',
    budget: {
      first: { row: 271, text: '33727000' },
      now: { row: 285, text: '90383000' },
      cents: [3_372_700_000, 9_038_300_000],
    },
    growth: { cents: 5_665_600_000, percent: '168.0', colour: 'red' },
    done: { first: { row: 271, text: '07/16/2024' }, now: { row: 285, text: '06/24/2023' } },
    slip: { days: -388, colour: 'green' },
  },
]

type CsvRow = Readonly<Record<string, string>>
const csv: CsvRow[] = existsSync(FILE) ? parse(readFileSync(FILE, 'utf8'), { columns: true }) : []
const isoDay = (text: string) => text.replace(/^(\d\d)\/(\d\d)\/(\d{4}).*$/, '$3-$1-$2')
const reportDay = (row: CsvRow) => isoDay(must(row['Date Reported As Of'], 'a date'))
const DATES = [...new Set(csv.map(reportDay))].sort()

/** The file folded again, as plainly as can be: the colours of every project by a day. */
function coloursInFile(asOf: Day): Map<string, { budget: string; schedule: string }> {
  const colours = new Map<string, { budget: string; schedule: string }>()
  for (const pid of new Set(csv.map(row => row.PID ?? ''))) {
    const rows = csv
      .filter(row => row.PID === pid && reportDay(row) <= asOf)
      .sort((a, b) => (reportDay(a) < reportDay(b) ? -1 : 1))
    if (rows.length === 0) continue
    const told = (header: string) => rows.map(row => row[header] ?? '').filter(text => text !== '')
    const budgets = told('Budget Forecast').map(text => Math.round(Number(text) * 100))
    const days = told('Forecast Completion').map(text => dayNumber(isoDay(text)))
    const [first = 0] = budgets
    const growth = 100 * ((budgets.at(-1) ?? 0) - first)
    const slip = (days.at(-1) ?? 0) - (days[0] ?? 0)
    colours.set(pid, {
      budget: first <= 0 ? 'none' : growth <= 10 * first ? 'green' : growth <= 25 * first ? 'yellow' : 'red',
      schedule: days.length === 0 ? 'none' : slip <= 90 ? 'green' : slip <= 365 ? 'yellow' : 'red',
    })
  }
  return colours
}

const WORST = ['none', 'green', 'yellow', 'red']
const count = (words: readonly string[]) =>
  Object.fromEntries(
    ['red', 'yellow', 'green', 'none'].map(word => [word, words.filter(one => one === word).length]),
  )

describe.skipIf(!existsSync(FILE))(`New York's projects, skipped where ${FILE} is absent`, async () => {
  const database = await testDatabase()
  const { scheme } = must(
    parseScheme(readFileSync('examples/nyc/scheme.yaml', 'utf8'), 'scheme.yaml').parsed,
    'a scheme',
  )
  const scope = { jurisdiction: 'nyc', person: 'test', reads: 'all' } as const
  const factsAt = (asOf: Day) => readScope(database, scope, tx => readFacts(tx, { asOf }))
  let worker: Awaited<ReturnType<typeof buildWorker>>
  const importAll = () => importExample({ database, root: '.', file: FILE, workerUrl: worker.url })
  const reported = csv.filter(row =>
    ['Current Phase', 'Design Start', 'Budget Forecast', 'Forecast Completion'].some(
      name => row[name] !== '',
    ),
  )

  beforeAll(async () => {
    worker = await buildWorker()
    unwrap(await importAll())
  })
  afterAll(() => worker.remove())

  it('is 1547 rows about 254 projects at 15 report dates', () => {
    expect([csv.length, new Set(csv.map(row => row.PID)).size, DATES.length]).toEqual([1547, 254, 15])
  })

  it('changes nothing when it is imported again', async () => {
    const before = await readScope(database, scope, headSeq)
    expect(unwrap(await importAll())).toEqual({ accepted: 0, rejected: [] })
    expect(await readScope(database, scope, headSeq)).toBe(before)
  })

  it('keeps one return for each row that reports something, in whole cents', async () => {
    const { returns } = await factsAt('2019-09-01')
    expect(returns.length).toBe(reported.length)
    const budgets = returns.flatMap(one => one.figures['budget-forecast'] ?? []).map(Number)
    const cents = csv.flatMap(row =>
      row['Budget Forecast'] ? Math.round(Number(row['Budget Forecast']) * 100) : [],
    )
    expect(budgets.sort((a, b) => a - b)).toEqual(cents.sort((a, b) => a - b))
  })

  it.each(DATES)('knows on %s the projects that had been reported by then', async asOf => {
    const pids = new Set(csv.filter(row => reportDay(row) <= asOf).map(row => row.PID))
    const { projects, memberships } = await factsAt(asOf)
    expect(new Set(projects.map(one => one.code))).toEqual(pids)
    expect([projects.length, memberships.length]).toEqual([pids.size, pids.size])
  })

  it.each(DATES)('shows on the board of %s the lights that the file gives', async asOf => {
    const facts = await factsAt(asOf)
    const evaluation = evaluate(scheme, facts, asOf)
    const inFile = coloursInFile(asOf)
    const codes = new Map(facts.projects.map(one => [one.id, one.code ?? '']))
    for (const { project, dimension, colour } of evaluation.lights) {
      const expected = must(inFile.get(codes.get(project) ?? ''), `project ${project}`)
      expect([project, dimension, colour]).toEqual([
        project,
        dimension,
        dimension === 'budget' ? expected.budget : expected.schedule,
      ])
    }
    expect(evaluation.lights.length).toBe(2 * inFile.size)
    const worst = [...inFile.values()].map(
      ({ budget, schedule }) => WORST[Math.max(WORST.indexOf(budget), WORST.indexOf(schedule))] ?? '',
    )
    const board = boardView({ view: standingOf(facts, scheme, asOf, PUBLISHED_CALENDAR).all })
    expect(board.total.colours).toEqual(count(worst))
    expect([board.late, board.upcoming]).toEqual([[], []])
  })

  it.each(CHECKED)('agrees with a check by hand: project $pid on $asOf', async one => {
    const cell = ({ row }: Cell, header: string) => csv[row - 2]?.[header]
    for (const [header, { first, now }] of [
      ['Budget Forecast', one.budget],
      ['Forecast Completion', one.done],
    ] as const) {
      expect([cell(first, header), cell(now, header)]).toEqual([first.text, now.text])
      expect([cell(first, 'PID'), cell(now, 'PID')]).toEqual([one.pid, one.pid])
    }
    const facts = await factsAt(one.asOf)
    const { id } = must(
      facts.projects.find(project => project.code === one.pid),
      one.pid,
    )
    const lights = evaluate(scheme, facts, one.asOf).lights.filter(light => light.project === id)
    const light = (dimension: string) =>
      must(
        lights.find(of => of.dimension === dimension),
        dimension,
      )
    const [budget, schedule] = [light('budget'), light('schedule')]
    expect([budget.colour, budget.reason.value]).toEqual([
      one.growth.colour,
      { n: one.growth.cents, d: one.budget.cents[0] },
    ])
    expect(one.budget.cents[1] - one.budget.cents[0]).toBe(one.growth.cents)
    expect(((100 * one.growth.cents) / one.budget.cents[0]).toFixed(1)).toBe(one.growth.percent)
    expect([schedule.colour, schedule.reason.value]).toEqual([one.slip.colour, { n: one.slip.days, d: 1 }])

    const rowOf = async (of: typeof budget, name: string) => {
      const seq = must(of.because.find(input => input.name === name)?.entry, name)
      return readScope(database, scope, async tx => (await entryBySeq(tx, seq))?.origin.row)
    }
    expect([
      await rowOf(budget, 'first.budget-forecast'),
      await rowOf(budget, 'budget-forecast'),
      await rowOf(schedule, 'first.forecast-completion'),
      await rowOf(schedule, 'forecast-completion'),
    ]).toEqual([one.budget.first.row, one.budget.now.row, one.done.first.row, one.done.now.row])
  })

  it.each(CHECKED.filter(one => one.asOf === '2019-09-01'))(
    "agrees with the city's own totals of project $pid",
    ({ budget, growth, slip }) => {
      const row = csv[budget.now.row - 2]
      expect([Number(row?.['Total Budget Changes']) * 100, Number(row?.['Total Schedule Changes'])]).toEqual([
        growth.cents,
        slip.days,
      ])
    },
  )

  it('keeps the trail of a project, newest first: a row of the file for each entry', async () => {
    const facts = await factsAt('2019-09-01')
    const { id } = must(
      facts.projects.find(project => project.code === '7'),
      '7',
    )
    const trail = await readScope(database, scope, tx => entriesOf(tx, id))
    expect(trail.map(entry => [entry.period, entry.origin.row])).toEqual(
      csv.flatMap((row, index) => (row.PID === '7' ? [[reportDay(row), index + 2]] : [])).reverse(),
    )
  })

  it.each(['2016-06-01', '2019-09-01'])('reads its own table of %s back unchanged', async asOf => {
    const facts = await factsAt(asOf)
    const running = start(scheme, facts, asOf)
    const table = projectTable({ facts, running, evaluation: finish(running) }, 1)
    expect(table.columns.map(column => column.header)).toEqual([
      ...[
        '项目代码',
        '项目名称',
        '所属清单',
        '责任单位',
        '项目单位',
        '行业',
        '建设地点',
        '报告期',
        '项目阶段',
      ],
      ...['预算预测', '预计完工日', '设计开始日', '原文阶段', '灯'],
    ])
    const bytes = await writeProjectTable(table)
    const asked = { file: { name: 'table.xlsx', bytes }, workerUrl: worker.url }
    const report = unwrap(await importAtOnce(database, asked, JURISDICTION, DISPATCHER))
    expect(report).toEqual({ accepted: 0, rejected: [] })
  })

  it('takes from its own table the one figure that was changed there, to the cent', async () => {
    const facts = await factsAt('2019-09-01')
    const running = start(scheme, facts, '2019-09-01')
    const table = projectTable({ facts, running, evaluation: finish(running) }, 1)
    const place = (id: string) => table.columns.findIndex(column => column.id === id)
    const rows = table.rows.map(row =>
      row.map((value, at) =>
        row[place('project-code')] === '7' && at === place('budget-forecast') ? Number(value) + 1 : value,
      ),
    )
    const bytes = await writeProjectTable({ ...table, rows })
    const asked = { file: { name: 'changed.xlsx', bytes }, workerUrl: worker.url }
    expect(unwrap(await importAtOnce(database, asked, JURISDICTION, DISPATCHER)).accepted).toBe(1)
    const { projects, returns } = await factsAt('2019-09-01')
    const id = projects.find(project => project.code === '7')?.id
    const changed = returns.find(one => one.project === id && one.period === '2019-09-01')
    expect(changed?.figures['budget-forecast']).toBe(6_879_845_701)
  })
})
