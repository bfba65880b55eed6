import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readAmount } from '@guatu/scheme'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { DEMOS, makeDemos, schemeOf } from './make/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(`${root}/demo/${name}`, 'utf8')

/** 分 in 万元. */
const WAN = 1_000_000

type Row = Readonly<Record<string, string>>
const rows = (plan: string, table: string): Row[] => parseCsv(read(`${plan}/${table}.csv`), { columns: true })
/** Whole 万元, so that sums stay exact. */
const wan = (text: string | undefined) => {
  const amount = Number(text || 0) / 10_000
  if (!Number.isInteger(amount)) throw new Error(`not whole 万元: ${text}`)
  return amount
}
const total = (of: readonly Row[], column: string) => of.reduce((sum, row) => sum + wan(row[column]), 0)
const on = (plan: string, list: string, nature?: string) =>
  rows(plan, 'memberships').filter(row => row.list === list && (!nature || row.nature === nature))
const QUARTERS = [1, 4, 7, 10].map(first => [0, 1, 2].map(i => `m${String(first + i).padStart(2, '0')}`))
const byQuarter = (of: readonly Row[]) =>
  QUARTERS.map(months => months.reduce((sum, month) => sum + total(of, month), 0))
/** The last figure that each project reported in a column. */
const latest = (plan: string, column: string): Map<string, string> => {
  const values = new Map<string, string>()
  for (const row of rows(plan, 'returns').sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))) {
    if (row[column]) values.set(row.project ?? '', row[column])
  }
  return values
}

test('the committed files are what the script makes', () => {
  for (const [name, text] of makeDemos(root)) expect(read(name) === text, name).toBe(true)
})

/** What the plans print about their lists and plan for, against the rows; how things stood on a day is not planned. */
describe.each(Object.keys(DEMOS))('%s: every figure that the plan declares of a list', plan => {
  const scheme = schemeOf(root, plan)
  const totals = new Map(rows(plan, 'projects').map(row => [row.id, row.total_invest]))
  const declared = scheme.lists.flatMap(list =>
    list.states.filter(one => one.asOf === undefined).map(states => ({ list: list.id, states })),
  )
  test.each(declared)(
    '$list $states.of $states.where.nature $states.year $states.quarter',
    ({ list, states }) => {
      const year = String(states.year ?? scheme.lists.find(one => one.id === list)?.year ?? '')
      const own = rows(plan, 'memberships').filter(
        row =>
          row.list === list &&
          (year === '' || row.year === year) &&
          (!states.where.nature || states.where.nature.some(one => one === row.nature)),
      )
      expect(figureOf(own)).toBe(
        typeof states.value === 'number' ? states.value : (readAmount(states.value) ?? 0) / WAN,
      )
      function figureOf(of: readonly Row[]): number {
        const months = states.quarter === undefined ? [] : (QUARTERS[states.quarter - 1] ?? [])
        switch (states.of) {
          case 'projects':
            return new Set(of.map(row => row.project)).size
          case 'planned-starts':
            return of.filter(row => months.includes(`m${row.planned_start?.slice(5, 7)}`)).length
          case 'total-invest':
            return of.reduce((sum, row) => sum + wan(totals.get(row.project)), 0)
          default:
            return months.length === 0
              ? total(of, 'annual_plan')
              : months.reduce((sum, month) => sum + total(of, month), 0)
        }
      }
    },
  )

  test('its named projects stand on the list', () => {
    const names = new Map(rows(plan, 'projects').map(row => [row.id, row.name]))
    for (const list of scheme.lists) {
      const on = rows(plan, 'memberships').filter(row => row.list === list.id)
      const held = new Set(on.map(row => names.get(row.project)))
      expect(
        list.named.filter(name => !held.has(name)),
        list.id,
      ).toEqual([])
    }
  })
})

test.each(Object.keys(DEMOS))('the folder of %s stays under 400 kB', plan => {
  const size = readdirSync(`${root}/demo/${plan}`).reduce(
    (sum, name) => sum + statSync(`${root}/demo/${plan}/${name}`).size,
    0,
  )
  expect(size).toBeLessThan(400_000)
})

test.each(Object.keys(DEMOS))('every project of %s is marked as made up', plan => {
  expect(rows(plan, 'projects').filter(row => row.synthetic !== '1')).toEqual([])
})

test('Zhashui at the end of May 2020: 86 of 95 started, 43 of 115.4 亿元', () => {
  expect(on('zhashui', 'key')).toHaveLength(95)
  expect(rows('zhashui', 'projects')).toHaveLength(95)
  expect(total(on('zhashui', 'key'), 'annual_plan')).toBe(1_154_000)
  expect([...latest('zhashui', 'stage').values()].filter(stage => stage === 'started')).toHaveLength(86)
  const done = [...latest('zhashui', 'invest_ytd').values()]
  expect(done.reduce((sum, text) => sum + wan(text), 0)).toBe(430_000)
})

describe('Jiayuguan holds the lists of its plan', () => {
  const list = (id: string, nature?: string) => on('jiayuguan', id, nature)
  const totals = new Map(rows('jiayuguan', 'projects').map(row => [row.id, wan(row.total_invest)]))
  const all = (of: readonly Row[]) => of.reduce((sum, row) => sum + (totals.get(row.project ?? '') ?? 0), 0)

  test.each([
    ['province-major', 10, 554_000],
    ['provincial-key', 44, 570_000],
    ['government', 75, 271_000],
    ['industry', 105, 1_384_000],
    ['real-estate', 9, 120_000],
  ])('%s: %d projects, %d 万元 in the year', (id, count, plan) => {
    expect(list(id)).toHaveLength(count)
    expect(total(list(id), 'annual_plan')).toBe(plan)
  })
  test('province-listed: 6 continuing and 4 new', () => {
    expect(list('province-major', 'continuing')).toHaveLength(6)
    expect(total(list('province-major', 'continuing'), 'annual_plan')).toBe(354_000)
    expect(total(list('province-major', 'new'), 'annual_plan')).toBe(200_000)
  })
  test('provincial key by quarter', () => {
    expect(list('provincial-key', 'continuing')).toHaveLength(17)
    expect(byQuarter(list('provincial-key', 'continuing'))).toEqual([13_000, 63_000, 82_000, 38_000])
    expect(byQuarter(list('provincial-key', 'new'))).toEqual([2_500, 42_000, 147_500, 182_000])
    const starts = list('provincial-key', 'new').map(row =>
      Math.ceil(Number(row.planned_start?.slice(5, 7)) / 3),
    )
    expect([2, 3, 4].map(quarter => starts.filter(one => one === quarter).length)).toEqual([10, 11, 6])
  })
  test('backed by city leaders by quarter', () => {
    expect(byQuarter(list('city-backed'))).toEqual([126_000, 654_000, 457_000, 334_000])
  })
  test('government by nature, industry and real estate in all', () => {
    expect(['continuing', 'new', 'preparatory'].map(one => list('government', one).length)).toEqual([
      22, 40, 13,
    ])
    expect(['continuing', 'new', 'preparatory'].map(one => all(list('government', one)))).toEqual([
      255_000, 574_000, 85_000,
    ])
    expect(total(list('government', 'continuing'), 'annual_plan')).toBe(62_000)
    expect(total(list('government', 'new'), 'annual_plan')).toBe(209_000)
    expect(all(list('industry'))).toBe(5_841_000)
    expect(all(list('real-estate'))).toBe(664_000)
  })
  test('projects stand on several lists with one plan', () => {
    const memberships = rows('jiayuguan', 'memberships')
    expect(rows('jiayuguan', 'projects').length).toBeLessThan(memberships.length - 50)
    const plans = new Map<string, Set<string>>()
    for (const { project = '', list: _, ...plan } of memberships) {
      plans.set(project, (plans.get(project) ?? new Set()).add(JSON.stringify(plan)))
    }
    expect([...plans.values()].filter(one => one.size > 1)).toEqual([])
  })
  test('no project costs less than its year', () => {
    const dear = rows('jiayuguan', 'memberships').filter(
      row => wan(row.annual_plan) > (totals.get(row.project ?? '') ?? 0),
    )
    expect(dear).toEqual([])
  })
})

test('Xixia in November 2023: 63 under construction, 30 of them slow, 17 not started', () => {
  const stages = [...latest('xixia', 'stage').values()]
  expect(stages.filter(stage => stage === 'started')).toHaveLength(63)
  expect(stages.filter(stage => stage === 'prepare')).toHaveLength(17)
  expect(on('xixia', 'pushed')).toHaveLength(80)
  expect(on('xixia', 'own-batches')).toHaveLength(72)
  const done = latest('xixia', 'invest_ytd')
  expect(rows('xixia', 'projects')).toHaveLength(86)
  expect(on('xixia', 'fairs')).toHaveLength(12)
  const started = new Set(
    [...latest('xixia', 'stage')].filter(([, stage]) => stage === 'started').map(([id]) => id),
  )
  const slow = on('xixia', 'pushed').filter(
    row =>
      started.has(row.project ?? '') &&
      wan(done.get(row.project ?? '')) < (wan(row.annual_plan) * 0.85 * 10) / 12,
  )
  expect(slow).toHaveLength(30)
})

const ROLES = ['administrator', 'dispatcher', 'inspector', 'leader', 'reporter']
test.each(Object.keys(DEMOS))('%s has an account for each role, in units that exist', plan => {
  expect(existsSync(`${root}/demo/${plan}/demo.yaml`)).toBe(true)
  const demo = parseYaml(read(`${plan}/demo.yaml`)) as {
    scheme: string
    businessDate: string
    accounts: { login: string; role: string; unit: string }[]
  }
  expect(demo.scheme).toBe(plan)
  expect([...new Set(demo.accounts.map(one => one.role))].sort()).toEqual(ROLES)
  const units = new Set(rows(plan, 'units').map(row => row.id))
  expect(demo.accounts.filter(one => !units.has(one.unit))).toEqual([])
  expect(new Set(demo.accounts.map(one => one.login)).size).toBe(demo.accounts.length)
})
