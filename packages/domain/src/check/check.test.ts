import { describe, expect, it, test } from 'vitest'
import {
  CATALOGUE,
  type CheckContext,
  type CheckRow,
  checkCell,
  checkRow,
  checkRows,
  evidenceByHash,
} from './index.ts'
import type { Evidence, Figures, PastReturn } from './model.ts'
import { THRESHOLDS } from './thresholds.ts'

const WAN = 1_000_000
/** 本年累计 of months from January on, in 万元, works going on. */
const months = (...amounts: number[]): PastReturn[] =>
  amounts.map((amount, index) => ({
    period: `2023-0${index + 1}`,
    figures: { 'invest-ytd': amount * WAN, stage: 'started' },
  }))
const at = (period: string, figures: Figures): PastReturn => ({ period, figures })
const photo = (sha256: string, project = 'p', period = '2023-05'): Evidence => ({
  sha256,
  project,
  period,
  kind: 'photo',
})

type Case = { figures: Figures; period?: string } & Partial<CheckContext>
const rowOf = ({ figures, period = '2023-05' }: Case): CheckRow => ({
  project: 'p',
  period,
  figures,
  reporter: 'r',
})
const contextOf = ({ figures: _, period: __, ...context }: Case): CheckContext => ({
  asOf: '2023-06-05',
  history: [],
  evidence: [],
  startedOn: '2022-03-01',
  ...context,
})
const found = (one: Case) => checkRow(rowOf(one), contextOf(one)).map(({ check }) => check)

const STARTED = { stage: 'started' }
const NEW = { history: [at('2023-04', { stage: 'prepare', 'invest-ytd': 0 })], startedOn: undefined }

/** Each check: hits, and what lies one unit to the other side of its line. Money in 分, 万元 = 1,000,000. */
const TABLE: Readonly<Record<string, { hits: Case[]; misses: Case[] }>> = {
  'unit.slip': {
    hits: [
      { figures: { 'invest-ytd': 120_000_000_000 }, history: months(1, 2, 4, 12) },
      { figures: { 'invest-ytd': 360_000_000_000 }, history: months(1, 2, 4, 12) },
      { figures: { 'invest-ytd': 1_200 }, history: months(1, 2, 4, 12) },
      { figures: { 'invest-total': 15 }, history: [at('2022-12', { 'invest-total': 150_000 })] },
      { figures: { 'paid-ytd': 100 }, history: [at('2023-04', { 'paid-ytd': 10_000_000_000 })] },
      { figures: { 'invest-ytd': 20_001 }, annualPlan: 1000 },
      { figures: { 'invest-total': 20_001 }, totalInvest: 1000 },
    ],
    misses: [
      { figures: { 'invest-ytd': 360_000_000_001 }, history: months(1, 2, 4, 12) },
      { figures: { 'invest-ytd': 39_999_999_999 }, history: months(1, 2, 4, 12) },
      { figures: { 'invest-ytd': 1 }, history: [at('2022-12', { 'invest-ytd': 10_000 })] },
      { figures: { 'invest-ytd': 0 }, history: [at('2023-04', { 'invest-ytd': 0 })] },
      { figures: { 'invest-ytd': 20_000, 'invest-total': 20_001 }, annualPlan: 1000 },
    ],
  },
  'figure.negative': {
    hits: [{ figures: { 'invest-ytd': -1 } }, { figures: { 'invest-total': -1 } }],
    misses: [{ figures: { 'invest-ytd': 0 } }, { figures: { 'invest-ytd': null } }],
  },
  'figure.fell': {
    hits: [
      { figures: { 'invest-ytd': 5 * WAN - 1 }, history: months(2, 5) },
      { figures: { 'stat-ytd': 9 }, history: [at('2023-02', { 'stat-ytd': 10 })] },
      { figures: { 'paid-ytd': 9 }, history: [at('2023-W17', { 'paid-ytd': 10 })] },
    ],
    misses: [
      { figures: { 'invest-ytd': 5 * WAN }, history: months(2, 5) },
      { figures: { 'invest-ytd': 1 }, period: '2024-01', history: [at('2023-12', { 'invest-ytd': 9 })] },
      { figures: { 'invest-ytd': null }, history: months(2, 5) },
    ],
  },
  'figure.fell-since-start': {
    hits: [
      { figures: { 'invest-total': 9 }, history: [at('2023-04', { 'invest-total': 10 })] },
      { figures: { 'invest-total': 9 }, period: '2024-01', history: [at('2023-12', { 'invest-total': 10 })] },
    ],
    misses: [
      {
        figures: { 'invest-total': 10 },
        period: '2024-01',
        history: [at('2023-12', { 'invest-total': 10 })],
      },
    ],
  },
  'year.above-since-start': {
    hits: [{ figures: { 'invest-ytd': 11, 'invest-total': 10 } }],
    misses: [{ figures: { 'invest-ytd': 10, 'invest-total': 10 } }, { figures: { 'invest-ytd': 11 } }],
  },
  'done.above-plan': {
    hits: [{ figures: { 'invest-ytd': 1001 }, annualPlan: 1000 }],
    misses: [
      { figures: { 'invest-ytd': 1000 }, annualPlan: 1000 },
      { figures: { 'invest-ytd': 1100 }, annualPlan: 1000, thresholds: { 'done-of-plan': 110 } },
      { figures: { 'invest-ytd': 1 }, annualPlan: 0 },
      { figures: { 'invest-ytd': 1 } },
    ],
  },
  'plan.above-total': {
    hits: [{ figures: {}, annualPlan: 1001, totalInvest: 1000 }],
    misses: [
      { figures: {}, annualPlan: 1000, totalInvest: 1000 },
      { figures: {}, annualPlan: 1 },
    ],
  },
  'done.above-total': {
    hits: [
      { figures: { 'invest-ytd': 1001 }, totalInvest: 1000 },
      { figures: { 'invest-total': 1001 }, totalInvest: 1000 },
    ],
    misses: [{ figures: { 'invest-ytd': 1000, 'invest-total': 1000 }, totalInvest: 1000 }],
  },
  'invest.before-start': {
    hits: [
      { figures: { 'invest-ytd': 1, stage: 'prepare' } },
      { figures: { 'invest-ytd': 1 }, ...NEW },
      { figures: { 'invest-ytd': 1, stage: 'started', 'started-on': '2023-06-01' } },
    ],
    misses: [
      { figures: { 'invest-ytd': 0, stage: 'prepare' } },
      { figures: { 'invest-ytd': 5, stage: 'prepare' }, thresholds: { 'before-start': 5 } },
      { figures: { 'invest-ytd': 1, stage: 'started', 'started-on': '2023-05-31' } },
      { figures: { 'invest-ytd': 1, stage: 'paused' } },
      { figures: { 'invest-ytd': 7 }, history: [at('2023-04', { 'invest-ytd': 7, stage: 'prepare' })] },
    ],
  },
  'start.no-evidence': {
    hits: [
      { figures: STARTED, ...NEW },
      { figures: { stage: 'completed' }, ...NEW },
      { figures: { stage: 'started', 'started-on': '2023-01-01' }, startedOn: undefined },
    ],
    misses: [
      { figures: STARTED, ...NEW, evidence: [photo('a')] },
      { figures: STARTED, ...NEW, evidence: [{ ...photo('a'), kind: 'permit' }] },
      { figures: { stage: 'started', 'started-on': '2022-12-31' }, startedOn: undefined },
      { figures: STARTED, history: [at('2023-04', { stage: 'paused' })] },
      { figures: { stage: 'prepare' }, ...NEW },
    ],
  },
  'operating.no-acceptance': {
    hits: [{ figures: { stage: 'operating' } }, { figures: { stage: 'operating' }, evidence: [photo('a')] }],
    misses: [
      { figures: { stage: 'operating', 'completed-on': '2023-05-01' } },
      {
        figures: { stage: 'operating' },
        history: [at('2023-04', { stage: 'completed', 'completed-on': '2023-04-01' })],
      },
      { figures: { stage: 'operating' }, evidence: [{ ...photo('a'), kind: 'acceptance' }] },
      { figures: { stage: 'completed' } },
    ],
  },
  'stop.after-start': {
    hits: [
      { figures: { stage: 'paused' }, history: [at('2023-04', { ...STARTED, 'started-on': '2023-03-02' })] },
    ],
    misses: [
      { figures: { stage: 'paused' }, history: [at('2023-04', { ...STARTED, 'started-on': '2023-03-01' })] },
      {
        figures: { stage: 'paused' },
        history: [at('2023-04', { stage: 'paused', 'started-on': '2023-03-02' })],
      },
      { figures: STARTED, history: [at('2023-04', { ...STARTED, 'started-on': '2023-03-02' })] },
    ],
  },
  'date.future': {
    hits: [{ figures: { 'started-on': '2023-06-06' } }, { figures: { 'completed-on': '2023-06-06' } }],
    misses: [{ figures: { 'started-on': '2023-06-05', 'completed-on': '2023-06-05' } }],
  },
  'date.completed-before-started': {
    hits: [
      { figures: { 'completed-on': '2023-04-30', 'started-on': '2023-05-01' } },
      { figures: { 'completed-on': '2022-02-28' } },
    ],
    misses: [
      { figures: { 'completed-on': '2023-05-01', 'started-on': '2023-05-01' } },
      { figures: { 'completed-on': '2023-05-01' }, startedOn: undefined },
    ],
  },
  'stage.backwards': {
    hits: [
      { figures: { stage: 'prepare' }, history: months(1) },
      { figures: { stage: 'prepare' }, history: [...months(1), at('2023-02', { stage: 'paused' })] },
      { figures: STARTED, history: [at('2023-04', { stage: 'completed' })] },
    ],
    misses: [
      { figures: STARTED, history: months(1) },
      { figures: { stage: 'paused' }, history: months(1) },
      { figures: { stage: 'withdrawn' }, history: months(1) },
      { figures: { stage: 'completed' }, history: months(1) },
    ],
  },
  'progress.none': {
    hits: [
      { figures: { 'invest-ytd': 2 * WAN, ...STARTED }, history: months(1, 2, 2, 2) },
      {
        figures: { 'invest-ytd': 0, ...STARTED },
        period: '2023-02',
        history: [
          at('2022-11', { 'invest-ytd': 9, ...STARTED }),
          at('2022-12', { 'invest-ytd': 9, ...STARTED }),
          at('2023-01', { 'invest-ytd': 0, ...STARTED }),
        ],
      },
    ],
    misses: [
      { figures: { 'invest-ytd': 2 * WAN, ...STARTED }, history: months(1, 1, 2, 2) },
      { figures: { 'invest-ytd': 2 * WAN + 1, ...STARTED }, history: months(1, 2, 2, 2) },
      { figures: { 'invest-ytd': 2 * WAN, stage: 'paused' }, history: months(1, 2, 2, 2) },
      {
        figures: { 'invest-ytd': 2 * WAN, ...STARTED },
        history: months(1, 2, 2, 2),
        thresholds: { 'idle-periods': 4 },
      },
    ],
  },
  'figures.copied': {
    hits: [
      {
        figures: { 'invest-ytd': 5, progress: '主体三层', ...STARTED },
        history: [at('2023-04', { 'invest-ytd': 5, progress: '主体三层', ...STARTED })],
      },
      {
        figures: { 'invest-ytd': 5, 'paid-ytd': 4, ...STARTED },
        history: [at('2023-04', { 'invest-ytd': 5, 'paid-ytd': 4, ...STARTED })],
      },
    ],
    misses: [
      { figures: { 'invest-ytd': 5, ...STARTED }, history: [at('2023-04', { 'invest-ytd': 5, ...STARTED })] },
      {
        figures: { 'invest-ytd': 5, 'paid-ytd': 5, ...STARTED },
        history: [at('2023-04', { 'invest-ytd': 5, 'paid-ytd': 4, ...STARTED })],
      },
      {
        figures: { 'invest-ytd': 5, 'paid-ytd': 4, ...STARTED },
        history: [at('2023-W17', { 'invest-ytd': 5, 'paid-ytd': 4, ...STARTED })],
      },
      {
        figures: { 'invest-ytd': 5, 'paid-ytd': 4, stage: 'completed' },
        history: [at('2023-04', { 'invest-ytd': 5, 'paid-ytd': 4, ...STARTED })],
      },
    ],
  },
  'surge.single': {
    hits: [
      // April was not reported: what came since is of two months, and so is what it is held to.
      { figures: { 'invest-ytd': 9 * WAN + 1 }, history: months(1, 2, 3) },
      { figures: { 'invest-ytd': 7 * WAN + 1 }, history: months(1, 2, 3, 4) },
    ],
    misses: [
      { figures: { 'invest-ytd': 9 * WAN }, history: months(1, 2, 3) },
      { figures: { 'invest-ytd': 7 * WAN }, history: months(1, 2, 3, 4) },
      { figures: { 'invest-ytd': 7 * WAN + 1 }, history: months(1, 2, 3, 4), annualPlan: 13 * WAN },
      { figures: { 'invest-ytd': 99 * WAN }, period: '2023-02', history: months(1) },
      { figures: { 'invest-ytd': 99 * WAN }, history: months(0, 0, 0, 0) },
    ],
  },
  'surge.at-end': {
    hits: [
      { figures: { 'invest-ytd': 7 * WAN + 1 }, period: '2023-06', history: months(1, 2, 3, 4, 5) },
      {
        figures: { 'invest-ytd': 7 * WAN + 1 },
        period: '2023-01-T3',
        history: [at('2023-01-T1', { 'invest-ytd': 2 * WAN }), at('2023-01-T2', { 'invest-ytd': 3 * WAN })],
      },
    ],
    misses: [
      { figures: { 'invest-ytd': 7 * WAN }, period: '2023-06', history: months(1, 2, 3, 4, 5) },
      { figures: { 'invest-ytd': 7 * WAN }, period: '2023-05', history: months(1, 2, 3, 4) },
      {
        figures: { 'invest-ytd': 7 * WAN + 1 },
        period: '2023-06',
        history: months(1, 2, 3, 4, 5),
        monthPlans: [1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 0, 0].map(one => one * WAN),
      },
    ],
  },
  'paid.above-done': {
    hits: [
      { figures: { 'paid-ytd': 121, 'invest-ytd': 100 } },
      { figures: { 'paid-ytd': 1, 'invest-ytd': 0 } },
    ],
    misses: [
      { figures: { 'paid-ytd': 120, 'invest-ytd': 100 } },
      { figures: { 'paid-ytd': 0, 'invest-ytd': 0 } },
      { figures: { 'paid-ytd': 121, 'invest-ytd': 100 }, thresholds: { 'paid-of-done': 121 } },
    ],
  },
  'statistics.apart': {
    hits: [
      { figures: { 'stat-ytd': 121, 'invest-ytd': 100 } },
      { figures: { 'stat-ytd': 79, 'invest-ytd': 100 } },
    ],
    misses: [
      { figures: { 'stat-ytd': 120, 'invest-ytd': 100 } },
      { figures: { 'stat-ytd': 80, 'invest-ytd': 100 } },
      { figures: { 'stat-ytd': 121 } },
    ],
  },
  'photo.other-project': {
    hits: [{ figures: {}, evidence: [photo('a')], othersEvidence: evidenceByHash([photo('a', 'q')]) }],
    misses: [
      { figures: {}, evidence: [photo('a')], othersEvidence: evidenceByHash([photo('a'), photo('b', 'q')]) },
      {
        figures: {},
        evidence: [{ ...photo('a'), kind: 'permit' }],
        othersEvidence: evidenceByHash([photo('a', 'q')]),
      },
      {
        figures: {},
        evidence: [photo('a', 'p', '2023-04')],
        othersEvidence: evidenceByHash([photo('a', 'q')]),
      },
    ],
  },
  'photo.other-period': {
    hits: [{ figures: {}, evidence: [photo('a', 'p', '2023-04'), photo('a')] }],
    misses: [
      { figures: {}, evidence: [photo('a', 'p', '2023-04'), photo('b')] },
      { figures: {}, evidence: [photo('a'), photo('a')] },
      { figures: {}, evidence: [photo('a', 'p', '2023-04')] },
    ],
  },
}

test('the table tries the whole catalogue', () => {
  const batch = ['round.habit']
  expect([...Object.keys(TABLE), ...batch]).toEqual(CATALOGUE.map(one => one.id))
})

describe.each(Object.entries(TABLE))('%s', (check, { hits, misses }) => {
  test.each(hits)('finds %j', one => expect(found(one)).toContain(check))
  test.each(misses)('passes over %j', one => expect(found(one)).not.toContain(check))
})

describe('the catalogue as data', () => {
  test.each(CATALOGUE)('$id has all its texts in both languages', one => {
    for (const { zh, en } of [one.summary, one.details, one.todo]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[A-Z]/)
    }
    expect(Object.keys(THRESHOLDS)).toEqual(expect.arrayContaining([...(one.thresholds ?? [])]))
    const ids = CATALOGUE.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([...(one.explains ?? [])]))
  })
  test('every threshold is read by a check', () => {
    const read = new Set(CATALOGUE.flatMap(one => one.thresholds ?? []))
    expect([...read].sort()).toEqual(Object.keys(THRESHOLDS).sort())
  })
})

describe('a finding', () => {
  it('says its numbers in both languages', () => {
    const one = {
      figures: { 'invest-ytd': 12_000_500_000 },
      history: [at('2023-04', { 'invest-ytd': 13_000_000_000 })],
    }
    expect(checkRow(rowOf(one), contextOf(one))).toEqual([
      {
        check: 'figure.fell',
        severity: 'warning',
        project: 'p',
        reporter: 'r',
        field: 'invest-ytd',
        needsReason: true,
        message: {
          zh: '本年累计完成投资 12,000.5 万元，比2023年4月的 13,000 万元少 999.5 万元',
          en: 'Invested this year is 12,000.5 万元, 999.5 万元 less than 13,000 万元 of 2023-04',
        },
      },
    ])
  })

  it('says periods and days as people do, and what nobody wrote with two decimals', () => {
    const said = (one: Case) => checkRow(rowOf(one), contextOf(one)).map(({ message }) => message)
    expect(
      said({
        figures: { 'invest-ytd': 5 * WAN },
        period: '2023-W21',
        history: [at('2023-W20', { 'invest-ytd': 21_275 * WAN })],
      }),
    ).toEqual([
      {
        zh: '本年累计完成投资 5 万元，约为2023年第20周 21,275 万元的 4,255 分之一，单位是否写错',
        en: 'Invested this year is 5 万元, about 1/4,255 of 21,275 万元 of week 20 of 2023: is the unit right?',
      },
    ])
    expect(said({ figures: { 'started-on': '2023-06-06' } })).toEqual([
      {
        zh: '开工日2023年6月6日，晚于今天（2023年6月5日）',
        en: 'Day of the start 2023-06-06 is after today, 2023-06-05',
      },
    ])
    expect(
      said({
        figures: { 'invest-ytd': 90 * WAN },
        history: months(1, 2, 3, 4),
        monthPlans: [0, 0, 0, 0, 1_234_567, 0, 0, 0, 0, 0, 0, 0],
      }),
    ).toEqual([
      {
        zh: '当期完成 86 万元，此前平均每期 1 万元，当期计划 1.23 万元，为较大者的 6966%',
        en: '86 万元 in this period, 1 万元 on average before, planned 1.23 万元: 6966% of the larger',
      },
    ])
  })

  it('of the unit stands for those that follow from it', () => {
    expect(found({ figures: { 'invest-ytd': 1_200 }, history: months(1, 2, 4, 12) })).toEqual(['unit.slip'])
    const both = {
      figures: { 'invest-ytd': 1_200, 'paid-ytd': 1 },
      history: [...months(1, 2, 4, 12).slice(0, 3), at('2023-04', { 'invest-ytd': 12 * WAN, 'paid-ytd': 2 })],
    }
    expect(found(both)).toEqual(['unit.slip', 'figure.fell'])
  })

  it('needs no second reason in a year where one stands for it', () => {
    const over = { figures: { 'invest-ytd': 1001 }, annualPlan: 1000 }
    const reason = (one: Partial<CheckContext>) =>
      checkRow(rowOf(over), contextOf({ ...over, ...one })).map(({ needsReason }) => needsReason)
    const given = { check: 'done.above-plan', field: 'invest-ytd' }
    expect(reason({})).toEqual([true])
    expect(reason({ passed: [{ ...given, period: '2023-04' }] })).toEqual([false])
    expect(reason({ passed: [{ ...given, period: '2022-12' }] })).toEqual([true])
    expect(reason({ passed: [{ ...given, check: 'figure.fell', period: '2023-04' }] })).toEqual([true])
  })

  it('of one cell is what a screen shows there', () => {
    const one = { figures: { 'invest-ytd': -1, 'started-on': '2024-01-01' } }
    expect(checkCell(rowOf(one), contextOf(one), 'started-on').map(({ check }) => check)).toEqual([
      'date.future',
    ])
  })
})

describe('round.habit, over all rows of a reporter', () => {
  const rows = (round: number, uneven: number, reporter = 'r'): CheckRow[] =>
    Array.from({ length: round + uneven }, (_, index) => ({
      project: `p${index}`,
      period: '2023-05',
      reporter,
      figures: { 'invest-ytd': (index + 1) * 100 * WAN + (index < round ? 0 : 1) },
    }))
  const habits = (all: CheckRow[]) =>
    checkRows(all, new Map()).map(({ check, reporter }) => [check, reporter])
  test('4 of 8 are half, 3 of 8 and 4 of 9 are less, 7 of 7 are too few', () => {
    expect(habits(rows(4, 4))).toEqual([['round.habit', 'r']])
    expect(habits(rows(3, 5))).toEqual([])
    expect(habits(rows(4, 5))).toEqual([])
    expect(habits(rows(7, 0))).toEqual([])
  })
  test('each reporter answers for the own rows only', () => {
    expect(habits([...rows(8, 0, 'a'), ...rows(0, 8, 'b')])).toEqual([['round.habit', 'a']])
  })
})

describe('a whole return', () => {
  const fields = Array.from({ length: 12 }, (_, index) => `own-${index}`)
  const figures = (month: number): Figures => ({
    'invest-ytd': month * 1_234 * WAN,
    'invest-total': month * 2_345 * WAN,
    'paid-ytd': month * 1_001 * WAN,
    'stat-ytd': month * 1_201 * WAN,
    stage: 'started',
    'started-on': '2022-03-01',
    progress: `第${month}层`,
    problem: '无',
    ...Object.fromEntries(fields.map(field => [field, month])),
  })
  const year = Array.from({ length: 11 }, (_, index) =>
    at(`2023-${String(index + 1).padStart(2, '0')}`, figures(index + 1)),
  )
  const whole = (count: number) => {
    const all = Array.from({ length: count }, (_, index) => photo(`s${index}`, `p${index}`, '2023-12'))
    const index = evidenceByHash(all)
    const rows = all.map(
      ({ project }): CheckRow => ({ project, period: '2023-12', figures: figures(12), reporter: 'r' }),
    )
    const context = (one: Evidence): CheckContext => ({
      asOf: '2024-01-05',
      history: year,
      evidence: [one],
      othersEvidence: index,
      annualPlan: 20_000 * WAN,
      totalInvest: 90_000 * WAN,
    })
    return { rows, contexts: new Map(all.map(one => [one.project, context(one)])) }
  }
  const time = (count: number) => {
    const { rows, contexts } = whole(count)
    const runs = Array.from({ length: 5 }, () => {
      const from = performance.now()
      expect(checkRows(rows, contexts)).toEqual([])
      return performance.now() - from
    })
    return Math.min(...runs)
  }
  it('of 500 rows × 20 fields with a year behind them takes less than 50 ms, and grows with the rows', () => {
    time(500)
    const small = time(500)
    expect(small).toBeLessThan(50)
    expect(time(5_000)).toBeLessThan(20 * small)
  })
})
