import { routes } from '@guatu/contract'
import { entriesOf, readScope } from '@guatu/store'
import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { oweSince } from '../testing/owed.ts'
import { demoWorld, type World } from '../testing/world.ts'

const PERIOD = '2023-W26'
const id = 'intake-june-1'
const params = { id }

interface Row {
  readonly project: string
  readonly name: string
}
interface Unit {
  readonly unit: string
  readonly unitName: string
  readonly rows: readonly Row[]
}

let world: World
let dispatcher: Client
let units: Unit[]
/** File name → its id. */
const sent = new Map<string, string>()
async function book(title: string, rows: readonly (readonly (string | number | null)[])[], merged = false) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Sheet1')
  sheet.addRow([title])
  sheet.mergeCells('A1:D1')
  if (merged) {
    sheet.addRow(['序号', '项目名称', '投资情况(万元)', null])
    sheet.addRow([null, null, '本年累计完成投资', '累计支付'])
    for (const range of ['A2:A3', 'B2:B3', 'C2:D2']) sheet.mergeCells(range)
    for (const [at, row] of rows.entries()) sheet.addRow([at + 1, row[0], row[1], null])
  } else {
    sheet.addRow(['项目名称', '本年累计完成投资(万元)', '形象进度'])
    for (const row of rows) sheet.addRow([...row])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const of = (unit: string) => {
  const found = units.find(one => one.unit === unit)
  if (!found) throw new Error(unit)
  return found
}
const nth = (unit: string, at: number): Row => {
  const row = of(unit).rows[at]
  if (!row) throw new Error(`${unit} ${at}`)
  return row
}

/** What the ledger has of the newest earlier period, in 万元, one more. */
const figure = new Map<string, number>()

async function thirtyFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const rows = (some: readonly Row[]) => some.map(row => [row.name, figure.get(row.project) ?? 0, '推进中'])
  for (const { unit, unitName, rows: all } of units) {
    if (unit === 'education') continue
    const third = Math.ceil(all.length / 3)
    for (const part of [0, 1, 2]) {
      const some = all.slice(part * third, (part + 1) * third)
      const name = `${unitName}-${part + 1}.xlsx`
      if (unit === 'water' && part === 0) files.set(name, await book('市水务局项目周报', rows(some), true))
      else files.set(name, await book(`${unitName}项目周报`, rows(some)))
    }
  }
  const a = nth('housing', 0)
  files.set('五月补报.xlsx', await book('市住建局2023年5月项目进展', [[a.name, 1, '']]))
  files.set(
    '工信局新项目.xlsx',
    await book('市工信局项目周报', [
      ['谁也没听说过的生产线', 500, ''],
      [nth('industry', 0).name, figure.get(nth('industry', 0).project) ?? 0, '推进中'],
    ]),
  )
  files.set(
    '住建局重复.xlsx',
    await book('市住建局项目周报(更正)', [[a.name, (figure.get(a.project) ?? 0) + 77, '推进中']]),
  )
  files.set('乱码.xlsx', new Uint8Array([80, 75, 3, 4, 9, 9, 9, 9]))
  files.set('说明.csv', new TextEncoder().encode('请各单位注意\n月底前报送\n'))
  files.set('文旅局空白.xlsx', await book('市文旅局项目周报', [[nth('culture-tourism', 1).name, null, null]]))
  files.set('水务局亿.xlsx', await book('市水务局项目周报', [[nth('water', 1).name, '1.2亿', '推进中']]))
  files.set('表.xlsx', await book('项目周报', rows(of('transport').rows.slice(0, 2))))
  files.set(
    '坏格.xlsx',
    await book('市农业农村局项目周报', [[nth('agriculture', 0).name, '三千多', '推进中']]),
  )
  return files
}

beforeAll(async () => {
  world = await demoWorld()
  await oweSince(world.database, 'jiayuguan', '2023-01-01')
  dispatcher = await world.as('jyg-diaodu')
  const { returns } = await dispatcher.get(routes.listReturns)
  units = []
  for (const { unit, unitName, period } of returns.filter(one => one.period === PERIOD)) {
    const sheet = await dispatcher.get(routes.getReturn, { params: { unit, period } })
    units.push({ unit, unitName, rows: sheet.rows.map(({ project, name }) => ({ project, name })) })
    for (const row of sheet.rows) {
      const last = row.cells['invest-ytd']?.last?.value
      figure.set(row.project, (typeof last === 'number' ? last / 1_000_000 : 0) + 1)
    }
  }
}, 180_000)

test('thirty files at once: each is a line, none breaks, and each says whose and of when it is', async () => {
  await dispatcher.get(routes.decideIntake, { params, body: { period: PERIOD } })
  const files = await thirtyFiles()
  expect(files.size).toBe(30)
  const statuses = new Set<number>()
  for (const [name, bytes] of files) {
    const answer = await dispatcher.call(routes.addToIntake, { params, file: { name, bytes } })
    statuses.add(answer.status)
    sent.set(name, answer.body.file.id)
  }
  expect([...statuses]).toEqual([200])
  const intake = await dispatcher.get(routes.getIntake, { params })
  const line = (name: string) => intake.files.find(one => one.name === name)
  expect(intake.files).toHaveLength(30)
  expect(line('乱码.xlsx')).toMatchObject({ state: 'bad', fault: { code: 'file.refused' } })
  expect(line('说明.csv')).toMatchObject({ state: 'bad', fault: { code: 'header.not-found' } })
  expect(line('五月补报.xlsx')).toMatchObject({
    period: '2023-05',
    periodFrom: 'table',
    unit: { id: 'housing' },
  })
  expect(line('工信局新项目.xlsx')).toMatchObject({
    counts: { rows: 2, matched: 1, unknown: 1 },
    notes: [{ row: 3, code: 'intake.unknown' }],
  })
  expect(line('文旅局空白.xlsx')).toMatchObject({
    counts: { matched: 0, blank: 1 },
    notes: [{ code: 'intake.blank' }],
  })
  expect(line('水务局亿.xlsx')).toMatchObject({ counts: { matched: 1, bad: 0 } })
  expect(line('坏格.xlsx')).toMatchObject({ counts: { matched: 0, bad: 1 } })
  expect(line('表.xlsx')).toMatchObject({
    unit: { id: 'transport' },
    unitFrom: 'projects',
    periodFrom: 'intake',
  })
  expect(line('市水务局-1.xlsx')).toMatchObject({
    unit: { id: 'water' },
    unitFrom: 'title',
    counts: { bad: 0 },
  })
  expect(intake.missing.map(one => one.unit)).toEqual(['education'])
  expect(intake.doubles.find(one => one.unit === 'housing')?.files).toHaveLength(4)
  const conflict = intake.conflicts.find(
    one => one.project === nth('housing', 0).project && one.period === PERIOD,
  )
  expect(conflict).toMatchObject({ fields: ['invest-ytd'], chosen: null })
  expect(conflict?.sides.map(one => one.label).sort()).toEqual(['住建局重复.xlsx', '市住建局-1.xlsx'])
  expect((await dispatcher.get(routes.listIntakes)).intakes).toMatchObject([{ id, files: 30, open: 28 }])
}, 240_000)

test('a file that comes again is the same line', async () => {
  const bytes = await book('市住建局项目周报', [])
  const one = await dispatcher.get(routes.addToIntake, {
    params: { id: 'intake-again' },
    file: { name: 'a.xlsx', bytes },
  })
  const two = await dispatcher.get(routes.addToIntake, {
    params: { id: 'intake-again' },
    file: { name: 'a.xlsx', bytes },
  })
  expect(two).toEqual(one)
})

test('one commit: a file that is refused keeps none back', async () => {
  const all = (await dispatcher.get(routes.getIntake, { params })).files
    .filter(one => one.state === 'open')
    .map(one => one.id)
  const first = await dispatcher.get(routes.commitIntake, { params, body: { files: all } })
  const codes = (name: string, from: typeof first) =>
    from.refused.find(one => one.file === sent.get(name))?.code
  expect(codes('住建局重复.xlsx', first)).toBe('intake.conflicts')
  expect(codes('文旅局空白.xlsx', first)).toBe('intake.no-row')
  expect(codes('市农业农村局-1.xlsx', first)).toBeOneOf(['return.warning-unexplained', undefined])
  const housing = nth('housing', 0).project
  const chosen = Object.fromEntries(
    (await dispatcher.get(routes.getIntake, { params })).conflicts.map(one => [
      one.key,
      one.sides[0]?.from ?? '',
    ]),
  )
  await dispatcher.get(routes.decideIntake, {
    params,
    body: { choose: { ...chosen, [`${PERIOD} ${housing}`]: sent.get('住建局重复.xlsx') ?? '' } },
  })
  const rest = (await dispatcher.get(routes.getIntake, { params })).files
    .filter(one => one.state === 'open')
    .map(one => one.id)
  const second = await dispatcher.get(routes.commitIntake, {
    params,
    body: { files: rest, reason: '月底群内报表' },
  })
  const both = [...first.taken, ...second.taken]
  const names = new Map([...sent].map(([name, file]) => [file, name]))
  expect(second.refused.map(({ file, code }) => `${names.get(file)} ${code}`).sort()).toEqual([
    '坏格.xlsx intake.no-row',
    '市工信局-3.xlsx intake.no-row',
    '文旅局空白.xlsx intake.no-row',
    '水务局亿.xlsx intake.no-row',
  ])
  // Parts are kept; the file that completes a unit's return sends it, on behalf and accepted.
  expect(new Set(both.map(one => one.state))).toEqual(new Set(['open', 'accepted']))
  const { returns } = await dispatcher.get(routes.listReturns)
  const states = new Map(returns.filter(one => one.period === PERIOD).map(one => [one.unit, one.state]))
  expect([states.get('housing'), states.get('education')]).toEqual(['accepted', 'open'])
  const sheet = await dispatcher.get(routes.getReturn, { params: { unit: 'housing', period: PERIOD } })
  expect(sheet.rows.find(one => one.project === housing)?.cells['invest-ytd']?.value).toBe(
    Math.round(((figure.get(housing) ?? 0) + 77) * 1_000_000),
  )
  const scope = { jurisdiction: 'jiayuguan', person: 'test', reads: 'all' as const }
  const [entry] = await readScope(world.database, scope, tx => entriesOf(tx, housing))
  expect(entry).toMatchObject({ origin: { via: 'import' }, reportedBy: 'housing' })
}, 240_000)

test('a file that was taken is answered as then, and is undone with the move of its return', async () => {
  const { files } = await dispatcher.get(routes.getIntake, { params })
  const alone = files.find(one => one.name === '五月补报.xlsx')
  if (!alone?.batch) throw new Error('not taken')
  const again = await dispatcher.get(routes.commitIntake, {
    params,
    body: { files: [alone.id], reason: '再来' },
  })
  expect(again.taken).toMatchObject([{ batch: alone.batch }])
  await dispatcher.get(routes.undoBatch, { params: { id: alone.batch }, body: {} })
  const after = (await dispatcher.get(routes.getIntake, { params })).files.find(one => one.id === alone.id)
  expect(after).toMatchObject({ state: 'undone', returnState: 'open' })
})

test('a reporter may not change a row of a return that is accepted; the office may', async () => {
  const project = nth('housing', 1).project
  const reporter = await world.as('jyg-tianbao')
  const body = {
    project,
    period: '2023-05',
    figures: { problem: '改一下' },
    seen: 9_999_999,
    key: 'row-after-1',
  }
  await dispatcher.get(routes.commitIntake, {
    params,
    body: { files: [sent.get('五月补报.xlsx') ?? ''], reason: '补' },
  })
  const refused = await reporter.call(routes.saveReturn, { body })
  expect([refused.status, refused.error.code]).toEqual([409, 'return.wrong-state'])
  expect((await dispatcher.call(routes.saveReturn, { body: { ...body, key: 'row-after-2' } })).status).toBe(
    200,
  )
})
