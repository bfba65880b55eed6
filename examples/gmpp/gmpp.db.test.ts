import { existsSync, readFileSync } from 'node:fs'
import { evaluate } from '@guatu/domain'
import { type Day, must, unwrap } from '@guatu/kernel'
import { parseScheme } from '@guatu/scheme'
import { readFacts, readScope } from '@guatu/store'
import { testDatabase } from '@guatu/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from '../../packages/documents/src/read/testing/worker.ts'
import { FILES } from './portfolio.ts'
import { importExample } from './road.ts'

const FOLDER = '../shared/data/timeseries'
const absent = FILES.some(({ file }) => !existsSync(`${FOLDER}/${file}`))

/** Read off the file: pounds in millions, `first` of the project's first report. */
const CHECKED = [
  // 10.24 against 6.82, 50.1 % over; nothing to compare cost and end with yet
  {
    name: 'Emergency Services Mobile Communications Programme (ESMCP)',
    year: 2014,
    rating: 'Amber/ Red',
    lights: ['red', 'green', 'green'],
  },
  // 817 against 817; 9521.92 against 16.75; 2022-12-31 is 730 days after 2020-12-31
  {
    name: 'Emergency Services Mobile Communications Programme (ESMCP)',
    year: 2020,
    rating: 'Amber/Red',
    lights: ['green', 'red', 'amber-red'],
  },
  // 728.74 against 890.34; 11263 against 16.75; 2026-12-31 is six years after
  {
    name: 'Emergency Services Mobile Communications Programme (ESMCP)',
    year: 2023,
    rating: 'Red',
    lights: ['green', 'red', 'red'],
  },
  // 2167.20 against 770.49; 14768.87 and 2019-12-31 as in 2016, under the name it then had
  { name: 'Crossrail Programme', year: 2017, rating: 'Amber/Green', lights: ['red', 'green', 'green'] },
  // 17630.90 against 14768.87, 19.4 %; the end was not provided: the one of 2018 stands
  { name: 'Crossrail Programme', year: 2020, rating: 'Red', lights: ['green', 'amber', 'green'] },
] as const

describe.skipIf(absent)(`the UK's major projects, skipped where ${FOLDER} lacks them`, async () => {
  const database = await testDatabase()
  const text = readFileSync('examples/gmpp/scheme.yaml', 'utf8')
  const { scheme } = must(parseScheme(text, 'scheme.yaml').parsed, 'a scheme')
  const scope = { jurisdiction: 'gmpp', person: 'test', reads: 'all' } as const
  const factsAt = (asOf: Day) => readScope(database, scope, tx => readFacts(tx, { asOf }))
  let worker: Awaited<ReturnType<typeof buildWorker>>
  const importFile = async ({ file, mapping }: (typeof FILES)[number]) => {
    const road = { database, root: '.', file: `${FOLDER}/${file}`, mapping, workerUrl: worker.url }
    return unwrap(await importExample(road))
  }

  beforeAll(async () => {
    worker = await buildWorker()
  })
  afterAll(() => worker.remove())

  it('takes 1718 of 1727 project-years and says why not the others', async () => {
    const { accepted, rejected } = await importFile(FILES[0])
    expect(accepted).toBe(1706)
    expect(rejected.map(({ row, code }) => [row, code]).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [93, 'row.undecided'],
      [96, 'row.undecided'],
      [334, 'row.undecided'],
      [414, 'row.undecided'],
      [537, 'row.undecided'],
      [538, 'row.undecided'],
      [539, 'row.undecided'],
      [540, 'row.undecided'],
      [1227, 'cell.not-a-day'],
    ])
    const { returns } = await factsAt('2023-12-31')
    const of = (year: string) => returns.filter(one => one.period === year).length
    expect([of('2014'), of('2018'), of('2023')]).toEqual([199, 132, 236])
  })

  it.each(CHECKED)('judges $name in $year as worked out by hand', async ({ name, year, rating, lights }) => {
    const asOf = `${year}-12-31`
    const facts = await factsAt(asOf)
    const { id } = must(
      facts.projects.find(project => project.name === name),
      name,
    )
    const judged = evaluate(scheme, facts, asOf).lights.filter(light => light.project === id)
    const colour = (dimension: string) => judged.find(light => light.dimension === dimension)?.colour
    expect(['spend', 'cost', 'schedule'].map(colour)).toEqual(lights)
    const own = facts.returns.find(one => one.project === id && one.period === String(year))
    expect(own?.figures.rating).toBe(rating)
  })

  it('finds the projects of the raw file among those, whatever its encoding, separator and second header', async () => {
    const before = await factsAt('2023-12-31')
    const { accepted, rejected } = await importFile(FILES[1])
    const after = await factsAt('2023-12-31')
    expect(accepted).toBe(0)
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([
      [93, 'row.undecided'],
      [96, 'row.undecided'],
    ])
    expect([before.projects.length, after.projects.length]).toEqual([667, 667])
  })
})
