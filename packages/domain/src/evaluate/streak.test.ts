import type { Streak } from '@guatu/scheme'
import { describe, expect, it } from 'vitest'
import type { ExemptionFact, MembershipFact, ReturnFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE, sampleLight } from '../testing/scheme.ts'
import { evaluate } from './evaluate.ts'

const BANDS = [{ below: '50%', colour: 'red' }, { below: '100%', colour: 'yellow' }, { colour: 'green' }]
const RULE: Streak = { colour: 'yellow', periods: 2, every: 'month', skips: 'end', becomes: 'red' }

interface Given {
  readonly streak?: Partial<Streak>
  readonly asOf?: string
  /** Year of the membership; null for a list without years. */
  readonly year?: number | null
  readonly exemptions?: readonly Omit<ExemptionFact, 'project' | 'rule' | 'reason'>[]
  readonly exempt?: 'green' | 'none'
}

/** Share of the plan to date, in percent, at each month's end; of a plan of 100 分 a month. */
function judged(months: Readonly<Record<string, number | null>>, given: Given = {}) {
  const { streak, asOf = '2023-05-31', year = 2023, exemptions = [], exempt } = given
  const light = {
    ...sampleLight('progress'),
    bands: BANDS,
    leadsTo: {},
    streak: [{ ...RULE, ...streak }],
    ...(exempt && { exempt: { approvedBy: 'leader' as const, colour: exempt } }),
  }
  const membership: MembershipFact = { project: 'a', list: 'key', annualPlan: 1200, ...(year && { year }) }
  const returns = Object.entries(months).map(
    ([period, share]): ReturnFact => ({
      project: 'a',
      period,
      figures: share === null ? { budget: 1 } : { 'invest-ytd': Number(period.slice(5)) * share },
    }),
  )
  const facts = factsOf([{ project: { id: 'a', name: '甲' }, memberships: [membership], returns }])
  const { lights } = evaluate(
    { ...SAMPLE, lights: [light] },
    {
      ...facts,
      exemptions: exemptions.map(one => ({ project: 'a', rule: 'progress', reason: '洪水', ...one })),
    },
    asOf,
  )
  const [found] = lights
  const periods = found?.reason.streak?.periods.map(one => `${one.period} ${one.colour}`)
  return { colour: found?.colour, none: found?.reason.none, periods, found }
}

describe('a streak of two months', () => {
  it('turns the second yellow to red and names both', () => {
    const { colour, periods, found } = judged({ '2023-04': 99, '2023-05': 99 })
    expect([colour, periods]).toEqual(['red', ['2023-05 yellow', '2023-04 yellow']])
    expect(found?.severity).toBe(3)
    expect(found?.because.map(one => [one.name, one.value, one.from]).slice(-2)).toEqual([
      ['streak.2023-05', 'yellow', 'judged'],
      ['streak.2023-04', 'yellow', 'judged'],
    ])
  })

  it.each([
    ['the month before was green', { '2023-04': 100, '2023-05': 99 }],
    ['the month before was worse', { '2023-04': 49, '2023-05': 99 }],
    ['it is the first month', { '2023-05': 99 }],
  ])('is none where %s', (_, months) => expect(judged(months).colour).toBe('yellow'))

  it('counts what is worse where the rule says so', () => {
    expect(judged({ '2023-04': 49, '2023-05': 99 }, { streak: { orWorse: true } }).periods).toEqual([
      '2023-05 yellow',
      '2023-04 red',
    ])
  })

  it('follows a correction of the earlier month', () => {
    expect(judged({ '2023-04': 100, '2023-05': 99 }).colour).toBe('yellow')
    expect(judged({ '2023-04': 99.75, '2023-05': 99 }).colour).toBe('red')
  })

  it('counts closed months only, and stands as long as the day itself is yellow', () => {
    const months = { '2023-04': 99, '2023-05': 99 }
    expect(judged(months, { asOf: '2023-05-30' }).periods).toBeUndefined()
    expect(judged(months, { asOf: '2023-06-29' }).periods).toEqual(['2023-05 yellow', '2023-04 yellow'])
    expect(judged({ ...months, '2023-06': 100 }, { asOf: '2023-06-30' }).colour).toBe('green')
  })

  it('begins anew with a plan year, and runs on where the list has no years', () => {
    const months = { '2023-12': 99, '2024-01': 99 }
    const given = { asOf: '2024-01-31' }
    expect(judged(months, { ...given, year: 2024 }).colour).toBe('yellow')
    expect(judged(months, { ...given, year: null }).periods).toEqual(['2024-01 yellow', '2023-12 yellow'])
  })

  it('does not reach back before the plan was in force', () => {
    const months = { '2022-12': 99, '2023-01': 99 }
    expect(judged(months, { asOf: '2023-01-31', year: null }).colour).toBe('yellow')
  })
})

describe('a month without a light', () => {
  // January asks for 100 of its own; nobody reported this year's figure until March.
  const months = { '2023-01': null, '2023-02': null, '2023-03': 99, '2023-04': 99 }
  it('ends a streak', () => {
    const given = { asOf: '2023-04-30', streak: { periods: 3 } }
    expect(judged(months, given).colour).toBe('yellow')
  })

  const withdrawnInMay = (skips: Streak['skips']) => {
    const { lights } = evaluate(
      {
        ...SAMPLE,
        lights: [
          {
            ...sampleLight('gap'),
            measure: { kind: 'ratio', of: 'invest-ytd', to: 'plan-to-date' },
            bands: BANDS,
            streak: [{ ...RULE, periods: 3, skips }],
          },
        ],
        settings: { ...SAMPLE.settings },
      },
      {
        ...factsOf([
          {
            project: { id: 'a', name: '甲' },
            memberships: [{ project: 'a', list: 'key', year: 2023, annualPlan: 1200 }],
            returns: [
              { project: 'a', period: '2023-03', figures: { 'invest-ytd': 299 } },
              { project: 'a', period: '2023-04', figures: { 'invest-ytd': 399, stage: 'withdrawn' } },
              { project: 'a', period: '2023-05', figures: { 'invest-ytd': 499, stage: 'started' } },
              { project: 'a', period: '2023-06', figures: { 'invest-ytd': 599 } },
            ],
          },
        ]),
      },
      '2023-06-30',
    )
    return lights[0]?.reason.streak?.periods.map(one => `${one.period} ${one.colour}`)
  }
  it('is passed over where the rule says so, and named', () => {
    expect(withdrawnInMay('end')).toBeUndefined()
    expect(withdrawnInMay('pass')).toEqual([
      '2023-06 yellow',
      '2023-05 yellow',
      '2023-04 none',
      '2023-03 yellow',
    ])
  })
})

describe('an approved exemption', () => {
  const months = { '2023-04': 99, '2023-05': 49 }
  const by = (from: string, to?: string, approvedBy = 'leader') => ({ from, to, approvedBy })
  it.each([
    ['on its first day', by('2023-05-31'), 'green'],
    ['before it', by('2023-06-01'), 'red'],
    ['on its last day', by('2023-01-01', '2023-05-31'), 'green'],
    ['after it', by('2023-01-01', '2023-05-30'), 'red'],
    ['by another post', by('2023-01-01', undefined, 'dispatcher'), 'red'],
  ])('%s', (_, exemption, colour) => {
    expect(judged(months, { exemptions: [exemption], exempt: 'green' }).colour).toBe(colour)
  })

  it('says what it excused and why', () => {
    const { found } = judged(months, { exemptions: [by('2023-05-01')], exempt: 'none' })
    expect([found?.colour, found?.reason.none, found?.reason.exempted]).toEqual(['none', 'exempted', 'red'])
    expect(found?.because.at(-1)).toEqual({
      from: 'approval',
      name: 'exemption',
      type: 'text',
      value: '洪水',
    })
  })

  it('never makes a light worse or hides what is in order', () => {
    const green = { '2023-05': 100 }
    expect(judged(green, { exemptions: [by('2023-05-01')], exempt: 'none' }).colour).toBe('green')
    expect(judged({}, { exemptions: [by('2023-05-01')], exempt: 'green' }).none).toBe('not-reported')
  })

  it('of an earlier month ends the streak, and one in force excuses the streak itself', () => {
    const yellow = { '2023-04': 99, '2023-05': 99 }
    expect(judged(yellow, { exemptions: [by('2023-04-01', '2023-04-30')], exempt: 'green' }).colour).toBe(
      'yellow',
    )
    expect(judged(yellow, { exemptions: [by('2023-05-31')], exempt: 'none' }).none).toBe('exempted')
  })
})
