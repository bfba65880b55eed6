import type { Facts, FieldValue } from '@guatu/domain'
import type { Indicator } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DataShape } from './columns.ts'
import { readDataFolder } from './read.ts'
import { writeDataFolder } from './write.ts'

const about = { name: '名', nameEn: 'name', covers: [], terms: [] }
const fai: Indicator = {
  ...about,
  id: 'fai',
  origin: 'reported',
  caliber: 'statistics',
  values: { amount: 'money', growth: 'rate', firms: 'count' },
}
const shape: DataShape = {
  jurisdiction: { id: 'somewhere', name: '某县', nameEn: 'Somewhere' },
  lists: [{ ...about, id: 'key', named: [], curve: { kind: 'linear' }, states: [] }],
  fields: [
    { id: 'budget-forecast', name: '预算', nameEn: 'budget', type: 'money', accrues: 'always' },
    { id: 'phase', name: '阶段', nameEn: 'phase', type: 'text', accrues: 'always' },
  ],
  indicators: [fai],
  settings: { 'red-cut': { type: 'rate', default: '65%', about: '红线', aboutEn: 'red cut' } },
}

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const words = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .map(one => one.trim())
  .filter(one => one !== '')
const minor = fc.integer({ min: -9_000_000_000, max: 9_000_000_000_000 })
const day = fc.integer({ min: 10, max: 28 }).map(date => `2023-05-${date}`)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const figure = fc.record(
  {
    'invest-ytd': minor,
    stage: fc.constantFrom('started', 'prepare'),
    'started-on': day,
    problem: words,
    'budget-forecast': minor,
    phase: words,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, FieldValue>>
const values = fc.record(
  { amount: minor, growth: fc.constantFrom('8%', '-12.5%'), firms: fc.nat() },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, FieldValue>>

const facts: fc.Arbitrary<Facts> = fc
  .tuple(
    fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
    fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
  )
  .chain(([units, projects]) => {
    const unit = fc.constantFrom(...units)
    const each = <T>(ids: readonly string[], one: (id: string) => fc.Arbitrary<T>) =>
      fc.tuple(...ids.map(one))
    return fc.record({
      jurisdiction: fc.constant('somewhere'),
      units: each(units, one =>
        fc.record({
          id: fc.constant(one),
          name: words,
          kind: fc.constantFrom('bureau' as const, 'town' as const),
          parent: some(unit),
          aliases: fc.constantFrom(undefined, ['甲', '乙']),
        }),
      ),
      projects: each(projects, one =>
        fc.record({
          id: fc.constant(one),
          name: words,
          leadUnit: some(unit),
          leader: some(words),
          fundSource: some(words),
          totalInvest: some(minor),
          plannedStart: some(day),
          synthetic: fc.constantFrom(undefined, true as const),
          attributes: some(
            fc.record({ 'fund-source': words, length: fc.integer() }) as fc.Arbitrary<
              Record<string, FieldValue>
            >,
          ),
        }),
      ),
      memberships: each(projects, one =>
        fc.record({
          project: fc.constant(one),
          list: fc.constant('key'),
          year: some(fc.constant(2023)),
          nature: some(fc.constantFrom('new' as const, 'continuing' as const)),
          months: some(fc.array(minor, { minLength: 12, maxLength: 12 })),
        }),
      ).map(all =>
        all.map(({ months, ...one }) => ({
          ...one,
          annualPlan: months?.reduce((a, b) => a + b, 0),
          monthPlans: months,
        })),
      ),
      returns: each(projects, one =>
        fc.record({
          project: fc.constant(one),
          period: fc.constantFrom('2023-05', '2023-W21'),
          figures: figure,
        }),
      ),
      reported: fc.tuple(
        fc.record({ indicator: fc.constant('fai'), unit, period: fc.constant('2023-05'), values }),
      ),
      settings: fc.constantFrom<Record<string, string>>({}, { 'red-cut': '70%' }),
      exemptions: fc.array(
        fc.record({
          project: fc.constantFrom(...projects),
          rule: fc.constant('start'),
          from: day,
          to: some(day),
          approvedBy: fc.constantFrom('leader', 'dispatcher'),
          reason: words,
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
  })

test('what is written reads back unchanged', () => {
  fc.assert(
    fc.property(facts, one => {
      expect(readDataFolder(writeDataFolder(one, shape), shape)).toEqual({ ok: true, value: one })
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('no text makes the reader throw', () => {
  const names = [
    'units.csv',
    'projects.csv',
    'memberships.csv',
    'returns.csv',
    'reported.csv',
    'settings.csv',
    'exemptions.csv',
  ]
  const cell = fc.constantFrom(
    'id',
    'name',
    'project',
    'list',
    'm01',
    '"',
    ',',
    '\n',
    '9e9',
    '1',
    'key',
    '-',
    '\u0000',
    '',
  )
  const file = fc.array(cell, { maxLength: 30 }).map(parts => parts.join(','))
  fc.assert(
    fc.property(fc.tuple(...names.map(() => file)), contents => {
      readDataFolder(new Map(names.map((name, index) => [name, contents[index] ?? ''])), shape)
    }),
    { numRuns: 300 },
  )
})

describe('faults name file, line, column and mend', () => {
  const good = new Map([
    ['projects.csv', 'id,name\np1,一号\n'],
    ['memberships.csv', 'project,list,annual_plan\np1,key,120\n'],
  ])
  const first = (file: string, text: string) => {
    const result = readDataFolder(new Map([...good, [file, text]]), shape)
    return result.ok ? undefined : result.error[0]
  }
  test('the plain folder has none', () => expect(readDataFolder(good, shape).ok).toBe(true))
  const bad: [string, string, number, string | undefined, string][] = [
    ['projects.csv', 'id,name\np1,一号\n\n"p\n2",二号,x\n', 4, undefined, 'data.too-many-cells'],
    ['projects.csv', 'id\np1\n', 1, 'name', 'data.missing-column'],
    ['projects.csv', 'id,name,colour\np1,一号,red\n', 1, 'colour', 'data.unknown-column'],
    ['projects.csv', 'id,name\np1,"一\n', 2, undefined, 'data.csv'],
    ['projects.csv', 'id,name,total_invest\np1,一号,1.234\n', 2, 'total_invest', 'data.value'],
    ['projects.csv', 'id,name\np1,一号\np1,二号\n', 3, undefined, 'data.repeated'],
    ['projects.csv', 'id,name,lead_unit\np1,一号,housing\n', 2, 'lead_unit', 'data.unknown-reference'],
    ['memberships.csv', 'project,list\np1,other\n', 2, 'list', 'data.unknown-reference'],
    ['memberships.csv', 'project,list,m01\np1,key,5\n', 2, 'm01', 'data.months-incomplete'],
    ['returns.csv', 'project,period,stage\np1,2023-13,started\n', 2, 'period', 'data.value'],
    ['settings.csv', 'setting,value\nother,65%\n', 2, 'setting', 'data.unknown-reference'],
    ['settings.csv', 'setting,value\nred-cut,65\n', 2, 'value', 'data.value'],
    ['settings.csv', 'setting,value\nred-cut,70%\nred-cut,60%\n', 3, undefined, 'data.repeated'],
    ['reported.csv', 'indicator,unit,period\ngdp,p1,2023\n', 2, 'indicator', 'data.unknown-reference'],
  ]
  test.each(bad)('%s %j', (file, text, line, column, code) => {
    expect(first(file, text)).toMatchObject({ file, line, code, mend: expect.stringMatching(/./) })
    expect(first(file, text)?.column).toBe(column)
  })
  test('months that do not sum to the plan', () => {
    const months = 'm01,m02,m03,m04,m05,m06,m07,m08,m09,m10,m11,m12'
    const text = `project,list,annual_plan,${months}\np1,key,12,1,1,1,1,1,1,1,1,1,1,1,1.01\n`
    expect(first('memberships.csv', text)?.code).toBe('data.months-sum')
    expect(first('memberships.csv', text.replace('1.01', '1'))).toBeUndefined()
  })
  test('blank is not reported and 0 is 0', () => {
    const text = 'project,period,invest_ytd\np1,2023-04,0\np1,2023-05,\n'
    const result = readDataFolder(new Map([...good, ['returns.csv', text]]), shape)
    expect(result.ok && result.value.returns.map(one => one.figures)).toEqual([{ 'invest-ytd': 0 }, {}])
  })
})
