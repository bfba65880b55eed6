import { type Day, lastDayOf } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, type ProjectFacts, start } from '../evaluate/index.ts'
import type { Facts, ReturnFact } from '../facts/index.ts'
import { factsOf, someProjects } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { sampleStanding } from '../testing/standing.ts'
import { yearCurve } from './curve.ts'
import { boardCell, matrix, matrixOf } from './matrix.ts'
import { todos } from './todo.ts'
import { boardView } from './view.ts'

const MAY = '2023-05-31'
const project = (
  id: string,
  leadUnit: string,
  invested: number | undefined,
  more: { annualPlan?: number; figures?: ReturnFact['figures']; returns?: ReturnFact[] } = {},
): ProjectFacts => ({
  project: { id, name: `项目${id}`, leadUnit },
  memberships: [{ project: id, list: 'key', year: 2023, nature: 'new', annualPlan: more.annualPlan ?? 1200 }],
  returns: more.returns ?? [
    {
      project: id,
      period: '2023-05',
      figures: { ...(invested === undefined ? {} : { 'invest-ytd': invested }), ...more.figures },
    },
  ],
})
const UNITS: Facts['units'] = [
  { id: 'housing', name: '住建局', kind: 'bureau' },
  { id: 'water', name: '水务局', kind: 'bureau' },
  { id: 'idle', name: '无项目的单位', kind: 'bureau' },
]
const facts = (projects: readonly ProjectFacts[]): Facts => ({ ...factsOf(projects), units: UNITS })
const asking = (colour: string) => colour === 'red' || colour === 'yellow'
const todoOf = (all: readonly ProjectFacts[], asOf: Day = MAY) =>
  todos(evaluate(SAMPLE, facts(all), asOf), facts(all), asking)

describe('the curve of the year', () => {
  it('agrees with the totals of the board at every month end', () => {
    const monthEnd = fc
      .integer({ min: 1, max: 12 })
      .map(month => lastDayOf(`2023-${String(month).padStart(2, '0')}`))
    fc.assert(
      fc.property(someProjects, monthEnd, (projects, asOf) => {
        const { months } = yearCurve(sampleStanding(factsOf(projects), asOf).all)
        const total = boardCell(start(SAMPLE, factsOf(projects), asOf), 'jurisdiction', '*')
        const now = months.find(one => one.month === asOf.slice(0, 7))
        expect(now?.plan).toBe(total.planToDate)
        expect(now?.done ?? 0).toBe(total.invested)
        expect(now?.done === null).toBe(total.reported === 0)
        expect(months[11]?.plan).toBe(total.annualPlan)
      }),
    )
  })

  it('shows nothing of months that have not ended, and last year whole', () => {
    const one = project('a', 'housing', undefined, {
      returns: [
        { project: 'a', period: '2022-12', figures: { 'invest-ytd': 700 } },
        { project: 'a', period: '2023-04', figures: { 'invest-ytd': 300 } },
        { project: 'a', period: '2023-05', figures: { 'invest-ytd': 400 } },
      ],
    })
    const curve = (asOf: Day) => yearCurve(sampleStanding(factsOf([one]), asOf).all).months
    expect(curve(MAY).map(month => month.done)).toEqual([null, null, null, 300, 400, ...Array(7).fill(null)])
    expect(curve('2023-05-30').map(month => month.done)).toEqual([
      null,
      null,
      null,
      300,
      ...Array(8).fill(null),
    ])
    expect(curve(MAY).map(month => month.lastYear)).toEqual([...Array(11).fill(null), 700])
  })

  it('leaves out what stands on no list of the year, as every total does', () => {
    const stray = { ...project('b', 'water', 999), memberships: [] }
    const curve = yearCurve(sampleStanding(factsOf([project('a', 'housing', 400), stray]), MAY).all)
    expect(curve.months[4]?.done).toBe(400)
  })

  it('says how many projects each kind of plan was taken from', () => {
    const own = project('a', 'housing', 1)
    const backed = project('b', 'housing', 1)
    const all = [
      {
        ...own,
        memberships: own.memberships.map(one => ({ ...one, monthPlans: [...Array(11).fill(0), 1200] })),
      },
      { ...backed, memberships: backed.memberships.map(one => ({ ...one, list: 'backed' })) },
      project('c', 'housing', 1),
    ]
    expect(yearCurve(sampleStanding(factsOf(all), MAY).all).curves).toEqual({
      'own-months': 1,
      'list-curve': 1,
      linear: 1,
    })
  })
})

describe('the matrix', () => {
  it('puts the unit with the largest share of red first and leaves out units without projects', () => {
    const all = facts([
      project('a', 'housing', 1),
      project('b', 'housing', 500),
      project('c', 'housing', 500),
      project('d', 'water', 1),
      project('e', 'water', 500),
    ])
    const rows = matrix(start(SAMPLE, all, MAY), UNITS)
    expect(rows.map(row => [row.name, row.total.projects, row.total.colours.red])).toEqual([
      ['水务局', 2, 1],
      ['住建局', 3, 1],
    ])
    expect(rows[0]?.cells.map(cell => [cell.list, cell.projects, cell.invested])).toEqual([
      ['key', 2, 501],
      ['backed', 0, 0],
    ])
  })

  it('keeps the row of a unit until one of its projects changes', () => {
    const standing = sampleStanding(facts([project('a', 'housing', 1), project('b', 'water', 500)]), MAY)
    const row = (unit: string) => matrixOf(standing.all).find(one => one.unit === unit)
    const [housing, water] = [row('housing'), row('water')]
    standing.replace('b', project('b', 'water', 600))
    expect(row('housing')).toBe(housing)
    expect([water?.total.invested, row('water')?.total.invested]).toEqual([500, 600])
    standing.replace('b', project('b', 'housing', 600))
    expect([row('housing')?.total.projects, row('water')]).toEqual([2, undefined])
  })

  it('counts every project of a scope under exactly one colour', () => {
    fc.assert(
      fc.property(someProjects, projects => {
        const running = start(SAMPLE, factsOf(projects), MAY)
        for (const scope of [
          'jurisdiction',
          'list:key',
          'list:backed',
          'unit:housing',
          'unit:water/list:key',
        ]) {
          const cell = boardCell(running, scope, '*')
          expect(Object.values(cell.colours).reduce((sum, count) => sum + count, 0)).toBe(cell.projects)
        }
      }),
    )
  })
})

describe('what is to be done', () => {
  it('is one line for each project that asks: worst first, then the largest plan', () => {
    const all = [
      project('a', 'housing', 400),
      project('b', 'housing', 1),
      project('c', 'water', 2, { annualPlan: 2400 }),
      project('d', 'water', 500),
      project('e', 'water', undefined),
    ]
    expect(todoOf(all).map(one => [one.project, one.light.colour, one.action, one.unitName])).toEqual([
      ['c', 'red', 'listed-supervision', '水务局'],
      ['b', 'red', 'listed-supervision', '住建局'],
      ['a', 'yellow', null, '住建局'],
    ])
  })

  it('carries the latest problem that was known by the day', () => {
    const back = (period: string, problem?: string): ReturnFact => ({
      project: 'a',
      period,
      figures: { 'invest-ytd': 1, ...(problem === undefined ? {} : { problem }) },
    })
    const one = project('a', 'housing', undefined, {
      returns: [back('2023-06', '资金'), back('2023-Q1', '用地'), back('2023-04', '拆迁'), back('2023-05')],
    })
    const problem = (asOf: Day) => todoOf([one], asOf)[0]?.problem
    expect([problem('2023-03-31'), problem(MAY), problem('2023-06-30')]).toEqual(['用地', '拆迁', '资金'])
  })
})

describe('the war room', () => {
  const view = (projects: readonly ProjectFacts[], asOf: Day = MAY) =>
    boardView({ view: sampleStanding(facts(projects), asOf).all })

  it('counts stages now and at the end of last month', () => {
    const back = (period: string, stage: string): ReturnFact => ({ project: 'a', period, figures: { stage } })
    const moved = project('a', 'housing', undefined, {
      returns: [back('2023-04', 'prepare'), back('2023-05', 'started')],
    })
    const stages = (asOf: Day) =>
      view([moved], asOf)
        .stages.filter(one => one.projects + one.before > 0)
        .map(({ stage, projects, before }) => [stage, projects, before])
    expect(stages(MAY)).toEqual([
      ['prepare', 0, 1],
      ['started', 1, 0],
    ])
    expect(stages('2023-06-01')).toEqual([['started', 1, 1]])
  })

  it('says the situation in one paragraph, every figure as on the board', () => {
    const yuan = 1_000_000_000_00
    const all = [
      project('a', 'housing', 0.1 * yuan, { annualPlan: yuan, figures: { stage: 'started' } }),
      project('b', 'water', 0.5 * yuan, { annualPlan: yuan, figures: { stage: 'prepare' } }),
    ]
    const { zh, en } = view(all).paragraph
    expect(zh).toBe(
      '截至2023年5月31日，样本县调度项目2个，已开复工1个，开复工率50.0%（1/2）；本年累计完成投资6.00亿元，占年度计划20.00亿元的30.0%。红灯项目1个：项目a（住建局）。（调度口径）',
    )
    expect(en).toContain('2 projects; 1 have started or resumed (50.0%, 1/2)')
  })

  it('of nothing is empty, not broken', () => {
    const { todo, matrix: rows, total, paragraph } = view([])
    expect([todo, rows, total.projects]).toEqual([[], [], 0])
    expect(paragraph.zh).toContain('开复工率—（0/0）')
  })
})
