import { describe, expect, it } from 'vitest'
import type { Facts } from '../facts/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { periodsOf } from './figures.ts'
import { type ImportInput, planImport } from './plan.ts'
import type { ImportRow } from './row.ts'
import { importWrites } from './writes.ts'

const facts: Facts = {
  jurisdiction: 'sample',
  units: [{ id: 'water', name: '水利局', kind: 'bureau', aliases: ['县水利局'] }],
  projects: [
    {
      id: 'p1',
      name: '防洪工程',
      code: '2303-611026-04-01-100001',
      leadUnit: 'water',
      totalInvest: 500_000_000,
    },
    { id: 'p2', name: '灌区改造' },
  ],
  memberships: [{ project: 'p1', list: 'key', year: 2023, annualPlan: 100_000_000, nature: 'new' }],
  returns: [
    { project: 'p1', period: '2023-04', figures: { 'invest-ytd': 30_000_000, stage: 'started' } },
    { project: 'p1', period: '2023-05', figures: { 'invest-ytd': 40_000_000 } },
  ],
  reported: [],
  settings: {},
}

const row = (
  number: number,
  values: Record<string, string | number>,
  faults: ImportRow['faults'] = [],
): ImportRow => ({
  row: number,
  values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value }])),
  faults,
})

const plan = (rows: ImportRow[], given: Partial<ImportInput> = {}) =>
  planImport({
    facts,
    scheme: SAMPLE,
    today: '2023-06-30',
    rows,
    choices: { period: '2023-05', list: 'key', figuresAre: 'cumulative', decisions: {} },
    similar: () => [],
    mayBegin: true,
    newId: one => `new-${one.row}`,
    ...given,
  }).rows

describe('planImport', () => {
  it('finds a project by code whatever its name has become, and changes only what differs', () => {
    const [one] = plan([
      row(5, {
        'project-code': '2303-611026-04-01-100001',
        'project-name': '防洪工程（二标）',
        'invest-ytd': 45_000_000,
      }),
    ])
    expect(one).toMatchObject({ kind: 'update', project: 'p1' })
    expect(one?.changes).toEqual([
      { field: 'invest-ytd', before: 40_000_000, after: 45_000_000, computed: false },
    ])
    expect(one?.writes).toMatchObject({
      returns: [{ period: '2023-05', figures: { 'invest-ytd': 45_000_000 } }],
    })
    expect(one?.writes?.project).toBeUndefined()
  })

  it('says unchanged and writes nothing for a row that repeats what is known', () => {
    const [one] = plan([row(5, { 'project-name': '防洪工程', 'invest-ytd': 40_000_000 })])
    expect(one).toMatchObject({ kind: 'unchanged', project: 'p1', changes: [], writes: null })
  })

  it('asks where code and name point at two projects', () => {
    const [one] = plan([row(5, { 'project-code': '2303-611026-04-01-100001', 'project-name': '灌区改造' })])
    expect(one).toMatchObject({ kind: 'duplicate', project: null, writes: null })
    expect(one?.candidates.map(candidate => candidate.project)).toEqual(['p1', 'p2'])
    expect(one?.findings.map(finding => finding.code)).toEqual(['row.code-and-name-differ'])
  })

  it('asks about a like name and follows the decision: the same, new or left out', () => {
    const similar = () => [{ project: 'p2', name: '灌区改造', why: '', whyEn: '' }]
    const drifting = [row(7, { 'project-name': '灌区续建改造', 'invest-ytd': 10 })]
    const decided = (decision: string) =>
      plan(drifting, {
        similar,
        choices: { period: '2023-05', list: 'key', figuresAre: 'cumulative', decisions: { 7: decision } },
      })[0]
    expect(plan(drifting, { similar })[0]?.kind).toBe('duplicate')
    expect(decided('p2')).toMatchObject({ kind: 'update', project: 'p2' })
    expect(decided('new')).toMatchObject({ kind: 'new', project: 'new-7' })
    expect(decided('skip')).toMatchObject({ kind: 'unchanged', writes: null, decision: 'skip' })
  })

  it('begins a project with its unit, list and plan, and names a unit nobody knew', () => {
    const given = {
      'project-name': '新能源基地',
      'lead-unit': '县水利局',
      'owner-unit': '某新能源公司',
      'annual-plan': 200,
      'plan-q1': 30,
      'plan-q2': 50,
      'plan-q3': 60,
      'plan-q4': 60,
      nature: 'new',
    }
    const [one] = plan([row(9, given)])
    expect(one?.writes?.project).toMatchObject({
      name: '新能源基地',
      leadUnit: 'water',
      ownerUnit: 'u-某新能源公司',
    })
    expect(one?.writes?.membership?.monthPlans?.reduce((sum, month) => sum + month, 0)).toBe(200)
    const changes = new Map(one?.changes.map(change => [change.field, change.after]))
    expect(changes.get('lead-unit')).toBe('水利局')
    expect(changes.get('owner-unit')).toBe('某新能源公司')
    expect([...changes.keys()].filter(field => !/^[a-z]+(-[a-z0-9]+)*$/.test(field))).toEqual([])
    const months = [...changes]
      .filter(([field]) => field.startsWith('plan-m'))
      .map(([, plan]) => Number(plan))
    expect(months).toHaveLength(12)
    expect(months.reduce((sum, month) => sum + month, 0)).toBe(changes.get('annual-plan'))
    expect(one?.findings).toEqual([
      {
        code: 'unit.unknown',
        level: 'warning',
        row: 9,
        field: 'owner-unit',
        params: { name: '某新能源公司' },
      },
    ])
  })

  it('refuses a reporter a project that it cannot see to exist', () => {
    const [one] = plan([row(9, { 'project-name': '别人的项目', 'invest-ytd': 1 })], { mayBegin: false })
    expect(one).toMatchObject({ kind: 'bad', writes: null })
    expect(one?.findings.map(finding => finding.code)).toEqual(['row.not-yours'])
  })

  it('sums monthly figures onto the month before and warns of a gap', () => {
    const monthly = (period: string) =>
      plan([row(5, { 'project-name': '防洪工程', 'invest-ytd': 7 })], {
        choices: { period, list: 'key', figuresAre: 'monthly', decisions: {} },
        today: '2023-12-31',
      })[0]
    expect(monthly('2023-06')?.writes?.returns).toEqual([
      { period: '2023-06', figures: { 'invest-ytd': 40_000_007 }, computed: [], summed: ['invest-ytd'] },
    ])
    expect(monthly('2023-06')?.findings).toEqual([])
    expect(monthly('2023-08')?.findings.map(finding => finding.code)).toEqual(['months.gap'])
  })

  it.each([
    ['a falling cumulative figure', { 'invest-ytd': 29_999_999 }, ['figure.fell']],
    ['the same figure as before', { 'invest-ytd': 30_000_000 }, []],
    ['one 分 above the total', { 'invest-ytd': 500_000_001 }, ['done.above-total']],
    ['just the total, five times the plan', { 'invest-ytd': 500_000_000 }, ['done.above-plan']],
    [
      'money before the start',
      { 'invest-ytd': 50_000_000, stage: 'prepare' },
      ['invest.before-start', 'stage.backwards'],
    ],
  ])('warns of %s', (_, values, codes) => {
    const [one] = plan([row(5, { 'project-name': '防洪工程', ...values })])
    expect(one?.findings.map(finding => finding.check?.id)).toEqual(codes)
    expect(one?.findings.every(finding => finding.level === 'warning')).toBe(true)
    expect(one?.writes).not.toBeNull()
  })

  it('holds each month of one file against the months before it, in the file and in the ledger', () => {
    const month = (number: number, period: string, amount: number) =>
      row(number, { 'project-name': '防洪工程', period, 'invest-ytd': amount })
    const rows = plan([month(5, '2023-07', 60_000_000), month(6, '2023-06', 61_000_000)], {
      today: '2023-08-01',
    })
    expect(rows.map(one => one.findings.map(finding => finding.check?.id))).toEqual([['figure.fell'], []])
  })

  it('asks a file of figures for no photos', () => {
    const [one] = plan([row(5, { 'project-name': '灌区改造', stage: 'started', 'invest-ytd': 1_000 })])
    expect(one?.findings).toEqual([])
  })

  it('goes by the limits that the bureau set', () => {
    const paid = (percent?: number) =>
      plan([row(5, { 'project-name': '防洪工程', 'invest-ytd': 40_000_000, 'paid-ytd': 50_000_000 })], {
        ...(percent !== undefined && { thresholds: { 'paid-of-done': percent } }),
      })[0]?.findings.map(finding => finding.check?.id)
    expect([paid(), paid(125), paid(124)]).toEqual([['paid.above-done'], [], ['paid.above-done']])
  })

  it('refuses figures of a period that has not ended, on its last day but one, and takes them on the last', () => {
    const on = (today: string) =>
      plan([row(5, { 'project-name': '防洪工程', 'invest-ytd': 50_000_000 })], { today })[0]?.kind
    expect(on('2023-05-30')).toBe('bad')
    expect(on('2023-05-31')).toBe('update')
  })

  describe('a period that takes no figures now', () => {
    const refused = { code: 'return.locked', params: { period: '2023-04', locks: '2023-05-10' } } as const
    const refuses = (period: string) => (period === '2023-04' ? refused : undefined)
    const given = (period: string, invested: number, name = '防洪工程') =>
      row(5, { 'project-name': name, period, 'invest-ytd': invested })
    const of = (one: ImportRow) => plan([one], { refuses })[0]

    it('makes the row bad that would change it, and says why', () => {
      expect(of(given('2023-04', 31_000_000))).toMatchObject({
        ...{ kind: 'bad', writes: null, changes: [] },
        findings: [{ ...refused, level: 'error', row: 5 }],
      })
      expect(of(given('2023-05', 41_000_000))?.kind).toBe('update')
    })

    it('leaves a row alone that repeats what is known of it', () => {
      expect(of(given('2023-04', 30_000_000))).toMatchObject({ kind: 'unchanged', findings: [] })
    })

    it('begins no project: a later row does', () => {
      const rows = [given('2023-04', 1, '新桥'), { ...given('2023-05', 2, '新桥'), row: 6 }]
      const planned = plan(rows, { refuses })
      expect(planned.map(one => [one.row, one.kind])).toEqual([
        [5, 'bad'],
        [6, 'new'],
      ])
      expect(planned[1]?.writes).toMatchObject({ project: { name: '新桥' }, effectiveFrom: '2023-01-01' })
    })

    it('is asked of every month that a row has a column of', () => {
      const months = [row(5, { 'project-name': '防洪工程', 'invest-m01': 1, 'invest-m03': 2 })]
      expect(periodsOf(months, '2023-05')).toEqual(['2023-05', '2023-01', '2023-03'])
      expect(periodsOf([...months, given('2023-04', 1)], undefined)).toEqual(['2023-04'])
    })
  })

  it('takes a project and period once: the second row of them is bad and names the first', () => {
    const rows = [
      row(5, { 'project-name': '防洪工程', 'invest-ytd': 50_000_000 }),
      row(6, { 'project-name': '防洪工程', 'invest-ytd': 60_000_000 }),
    ]
    const [, second] = plan(rows)
    expect(second).toMatchObject({ kind: 'bad', findings: [{ code: 'row.twice', params: { first: 5 } }] })
  })

  describe('a file with a period in each row', () => {
    const code = '2303-611026-04-01-100009'
    const at = (number: number, period: string, invested: number) =>
      row(number, { 'project-code': code, 'project-name': '新桥', period, 'invest-ytd': invested })
    const months = [at(2, '2023-01', 1), at(3, '2023-02', 2), at(4, '2023-03', 3)]
    const choices = { list: 'key', figuresAre: 'cumulative', decisions: {} } as const

    it.each([
      ['oldest first', months],
      ['newest first', [...months].reverse()],
      ['in any order', [months[1], months[2], months[0]].flatMap(one => one ?? [])],
    ])('begins its project once, from its first period: %s', (_, rows) => {
      const planned = plan(rows, { choices, newId: () => 'p9' })
      expect(planned.map(one => [one.row, one.kind, one.project])).toEqual([
        [2, 'new', 'p9'],
        [3, 'update', 'p9'],
        [4, 'update', 'p9'],
      ])
      expect(planned.map(one => one.writes?.project !== undefined)).toEqual([true, false, false])
      expect(planned.flatMap(one => one.writes?.returns.map(({ period }) => period) ?? [])).toEqual([
        '2023-01',
        '2023-02',
        '2023-03',
      ])
    })

    it('begins a project from its first row, also where that reports no figure', () => {
      const blank = (number: number, period: string) =>
        row(number, { 'project-code': code, 'project-name': '新桥', period })
      const scheme = { ...SAMPLE, lists: SAMPLE.lists.map(list => ({ ...list, year: undefined })) }
      const planned = plan([blank(2, '2022-11'), blank(3, '2022-12'), at(4, '2023-03', 3)], {
        choices,
        scheme,
      })
      expect(planned.map(one => one.kind)).toEqual(['new', 'unchanged', 'update'])
      expect(planned[0]?.writes).toMatchObject({ effectiveFrom: '2022-11-01', returns: [] })
    })

    it('begins a project without code once, by its exact name', () => {
      const [first, second] = [2, 3].map(number =>
        row(number, { 'project-name': '无码桥', period: `2023-0${number}`, 'invest-ytd': number }),
      )
      const planned = plan(
        [first, second].flatMap(one => one ?? []),
        { choices },
      )
      expect(planned.map(one => one.project)).toEqual(['new-2', 'new-2'])
    })
  })

  it('takes two new rows of one name for one, unless told that the second is another', () => {
    const rows = [row(5, { 'project-name': '新桥' }), row(6, { 'project-name': '新桥' })]
    const decided = (decisions: Record<string, string>) =>
      plan(rows, { choices: { period: '2023-05', list: 'key', figuresAre: 'cumulative', decisions } })
    expect(decided({}).map(one => one.kind)).toEqual(['new', 'bad'])
    expect(decided({ 6: 'new' }).map(one => one.project)).toEqual(['new-5', 'new-6'])
  })

  it('keeps a bad row to itself', () => {
    const fault = { code: 'cell.unreadable', level: 'error', row: 5 } as const
    const planned = plan([
      row(5, { 'project-name': '防洪工程' }, [fault]),
      row(6, { 'project-name': '灌区改造', 'invest-ytd': 5 }),
    ])
    expect(planned.map(one => one.kind)).toEqual(['bad', 'update'])
  })
})

describe('importWrites', () => {
  it('writes units first, then each project with its list, and figures with the row they came from', () => {
    const planned = planImport({
      facts,
      scheme: SAMPLE,
      today: '2023-06-30',
      rows: [row(3, { 'project-name': '新厂', 'lead-unit': '工信局', 'annual-plan': 12, 'invest-ytd': 5 })],
      choices: { period: '2023-05', list: 'key', figuresAre: 'cumulative', decisions: {} },
      similar: () => [],
      mayBegin: true,
      newId: () => 'p9',
    })
    const { facts: written, entries } = importWrites(planned, { file: 'f', sheet: 's' })
    expect(written.map(fact => [fact.word, fact.subject, fact.effectiveFrom])).toEqual([
      ['unit', 'u-工信局', '2023-01-01'],
      ['project', 'p9', '2023-01-01'],
      ['membership', 'p9/key/2023', '2023-01-01'],
    ])
    expect(entries).toEqual([
      {
        subject: { kind: 'project', project: 'p9' },
        period: '2023-05',
        figures: { 'invest-ytd': 5 },
        origin: { via: 'import', file: 'f', sheet: 's', row: 3, computed: [], summed: [] },
      },
    ])
  })
})
