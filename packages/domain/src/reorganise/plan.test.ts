import { unwrap } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../facts/index.ts'
import type { PostFact } from '../person/index.ts'
import { EMPTY } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { planReorganisation } from './plan.ts'
import type { Reorganisation } from './request.ts'

const DAY = '2023-05-31'
const months = (amount: number) => Array.from({ length: 12 }, () => amount)
const FACTS: Facts = {
  ...EMPTY,
  units: [
    { id: 'county', name: '县政府', kind: 'office' },
    { id: 'housing', name: '住建局', kind: 'bureau', parent: 'county', aliases: ['建设局'] },
    { id: 'water', name: '水利局', kind: 'bureau', parent: 'county' },
    { id: 'works', name: '工务站', kind: 'bureau', parent: 'water' },
  ],
  projects: [
    { id: 'a', name: '甲', leadUnit: 'housing', totalInvest: 100 },
    { id: 'b', name: '乙', leadUnit: 'water', ownerUnit: 'housing', totalInvest: 7, formerNames: ['老乙'] },
    { id: 'c', name: '丙', leadUnit: 'works' },
  ],
  memberships: [
    { project: 'a', list: 'key', year: 2023, nature: 'new', annualPlan: 120, monthPlans: months(10) },
    { project: 'a', list: 'key', year: 2022, annualPlan: 9 },
    { project: 'b', list: 'key', year: 2023, nature: 'new', annualPlan: 24, monthPlans: months(2) },
    { project: 'c', list: 'backed', year: 2023, annualPlan: 50 },
  ],
  returns: [
    { project: 'a', period: '2023-04', figures: { 'invest-ytd': 31, stage: 'started' } },
    { project: 'b', period: '2023-04', figures: { 'invest-ytd': 5, 'paid-ytd': 2 } },
  ],
}
const POSTS: readonly PostFact[] = [
  { id: 'p1', person: 'li', unit: 'housing', role: 'reporter', head: true },
  { id: 'p2', person: 'wang', unit: 'water', role: 'reporter' },
  { id: 'p3', person: 'wang', unit: 'housing', role: 'reporter' },
]
const plan = (asked: Reorganisation, latest = '2023-01-01') =>
  planReorganisation(
    { facts: FACTS, posts: POSTS, scheme: SAMPLE, today: DAY, returnPeriod: 'month', latest: () => latest },
    asked,
  )
const dated = { day: DAY, reason: '机构改革' }
const mergeBIntoA: Reorganisation = {
  ...dated,
  kind: 'merge-projects',
  project: 'b',
  into: 'a',
  figures: { 'invest-ytd': 36, 'paid-ytd': 2 },
}
const splitA: Reorganisation = {
  ...dated,
  kind: 'split-project',
  project: 'a',
  newId: 'n',
  name: '甲二期',
  plans: [{ list: 'key', year: 2023, annualPlan: 50 }],
  totalInvest: 40,
  figures: { 'invest-ytd': 11 },
}

describe('two projects become one', () => {
  const { writes, effects, notes } = unwrap(plan(mergeBIntoA))

  it('with the plan of both, month by month, and the names of both', () => {
    expect(writes.facts).toEqual([
      {
        word: 'project',
        subject: 'a',
        project: 'a',
        effectiveFrom: DAY,
        body: { name: '甲', formerNames: ['乙', '老乙'], leadUnit: 'housing', totalInvest: 100 },
      },
      expect.objectContaining({
        subject: 'b',
        removed: true,
        body: expect.objectContaining({ mergedInto: 'a' }),
      }),
      expect.objectContaining({
        subject: 'a/key/2023',
        body: {
          project: 'a',
          list: 'key',
          year: 2023,
          nature: 'new',
          annualPlan: 144,
          monthPlans: months(12),
        },
      }),
      expect.objectContaining({ subject: 'b/key/2023', removed: true }),
    ])
    expect(notes).toEqual([])
  })

  it('with the figures that were typed, and nothing else', () => {
    expect(writes.entries).toEqual([
      {
        subject: { kind: 'project', project: 'a' },
        period: '2023-05',
        figures: { 'invest-ytd': 36, 'paid-ytd': 2 },
        origin: { via: 'form' },
        reason: '机构改革',
      },
    ])
  })

  it('and the preview shows what goes where', () => {
    expect(effects).toMatchObject({
      projects: { before: 3, after: 2 },
      units: { before: 4, after: 4 },
      sums: {
        before: { annualPlan: 144, planToDate: 60, invested: 36, totalInvest: 107 },
        after: { annualPlan: 144, planToDate: 60, invested: 36, totalInvest: 100 },
      },
      lists: [
        { list: 'key', before: { projects: 2, annualPlan: 144 }, after: { projects: 1, annualPlan: 144 } },
      ],
      readers: [
        { post: 'p1', before: 2, after: 1 },
        { post: 'p2', before: 2, after: 1 },
        { post: 'p3', before: 2, after: 1 },
      ],
    })
  })
})

describe('one project becomes two', () => {
  const { writes, effects } = unwrap(plan(splitA))

  it('whose plans add up to what it had, in the year and in every month', () => {
    const bodies = writes.facts.flatMap(fact => (fact.word === 'membership' ? [fact.body] : []))
    expect(bodies).toEqual([
      {
        project: 'a',
        list: 'key',
        year: 2023,
        nature: 'new',
        annualPlan: 70,
        monthPlans: [6, 6, 6, 6, 6, 5, 6, 6, 6, 6, 6, 5],
      },
      {
        project: 'n',
        list: 'key',
        year: 2023,
        nature: 'new',
        annualPlan: 50,
        monthPlans: [4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 5],
      },
    ])
    expect(effects.sums).toEqual({
      before: { annualPlan: 120, planToDate: 50, invested: 31, totalInvest: 100 },
      after: { annualPlan: 120, planToDate: 50, invested: 31, totalInvest: 100 },
    })
  })

  // Nobody named the day of the start: it is taken from the first period that says started, and stays that for the part.
  it('whose figures add up too, each with the reason', () => {
    expect(writes.entries.map(({ subject, figures, reason }) => [subject, figures, reason])).toEqual([
      [{ kind: 'project', project: 'a' }, { 'invest-ytd': 20 }, '机构改革'],
      [
        { kind: 'project', project: 'n' },
        { stage: 'started', 'started-on': '2023-04-30', 'invest-ytd': 11 },
        '机构改革',
      ],
    ])
  })
})

describe('a unit', () => {
  it('under a new name answers to the old one', () => {
    const { writes } = unwrap(plan({ ...dated, kind: 'rename-unit', unit: 'housing', name: '城乡建设局' }))
    expect(writes).toEqual({
      facts: [
        {
          word: 'unit',
          subject: 'housing',
          effectiveFrom: DAY,
          body: { name: '城乡建设局', kind: 'bureau', parent: 'county', aliases: ['建设局', '住建局'] },
        },
      ],
      entries: [],
    })
  })

  it('that takes over another takes its projects and posts; a head heads no more, a post held twice is one', () => {
    const { writes, effects, notes } = unwrap(
      plan({ ...dated, kind: 'merge-units', unit: 'housing', into: 'water' }),
    )
    expect(writes.facts.map(({ word, subject, removed }) => [word, subject, removed ?? false])).toEqual([
      ['unit', 'water', false],
      ['unit', 'housing', true],
      ['project', 'a', false],
      ['project', 'b', false],
      ['post', 'p1', false],
      ['post', 'p3', true],
    ])
    expect(writes.facts[2]?.body).toMatchObject({ leadUnit: 'water' })
    expect(writes.facts[3]?.body).toMatchObject({ leadUnit: 'water', ownerUnit: 'water' })
    expect(writes.facts[4]?.body).toEqual({ person: 'li', unit: 'water', role: 'reporter' })
    expect(notes.map(note => note.code)).toEqual(['head-ends', 'post-held'])
    expect(effects.changed).toEqual([
      {
        unit: 'housing',
        name: '住建局',
        before: { projects: 2, posts: 2 },
        after: { projects: 0, posts: 0 },
      },
      { unit: 'water', name: '水利局', before: { projects: 1, posts: 1 }, after: { projects: 2, posts: 2 } },
    ])
    expect(effects.readers).toEqual([
      { post: 'p1', person: 'li', unit: 'water', before: 2, after: 3 },
      { post: 'p2', person: 'wang', unit: 'water', before: 2, after: 3 },
      { post: 'p3', person: 'wang', unit: 'housing', before: 2, after: 0 },
    ])
  })
})

describe('refused, nothing written', () => {
  const rename = { ...dated, kind: 'rename-unit', unit: 'housing', name: '新名' } as const
  const move = { ...dated, kind: 'move-unit', unit: 'water' } as const
  const merge = { ...dated, kind: 'merge-units', unit: 'water' } as const
  const split = {
    ...dated,
    kind: 'split-unit',
    unit: 'housing',
    newId: 'n',
    name: '新局',
    projects: [],
    posts: [],
  } as const
  const faults: [string, Reorganisation, string?][] = [
    ['reorganise.day-ahead', { ...rename, day: '2023-06-01' }],
    ['reorganise.written-later', rename, '2023-06-01'],
    ['reorganise.unit-unknown', { ...rename, unit: 'nobody' }],
    ['reorganise.nothing', { ...rename, name: '住建局' }],
    ['reorganise.name-taken', { ...rename, name: '水利局' }],
    ['reorganise.name-taken', { ...rename, unit: 'water', name: '建设 局' }],
    ['reorganise.cycle', { ...move, parent: 'water' }],
    ['reorganise.cycle', { ...move, parent: 'works' }],
    ['reorganise.nothing', { ...move, parent: 'county' }],
    ['reorganise.into-itself', { ...merge, into: 'water' }],
    ['reorganise.has-units', { ...merge, into: 'housing' }],
    ['reorganise.unit-unknown', { ...merge, into: 'nobody' }],
    ['reorganise.project-unknown', { ...split, projects: ['c'] }],
    ['reorganise.post-unknown', { ...split, posts: ['p2'] }],
    ['reorganise.name-taken', { ...split, name: '建设局' }],
    ['reorganise.name-taken', { ...dated, kind: 'rename-project', project: 'a', name: '丙' }],
    ['reorganise.project-unknown', { ...dated, kind: 'rename-project', project: 'x', name: '丁' }],
    ['reorganise.into-itself', { ...mergeBIntoA, into: 'b' }],
    ['reorganise.figures-missing', { ...mergeBIntoA, figures: { 'invest-ytd': 36 } }],
    ['reorganise.returns-later', { ...mergeBIntoA, day: '2023-03-31' }],
    ['reorganise.plans-differ', { ...mergeBIntoA, project: 'c', figures: {} }],
    ['reorganise.part-too-large', { ...splitA, plans: [{ list: 'key', year: 2023, annualPlan: 121 }] }],
    ['reorganise.list-unknown', { ...splitA, plans: [{ list: 'key', year: 2022, annualPlan: 1 }] }],
    ['reorganise.figure-too-large', { ...splitA, figures: { 'invest-ytd': 32 } }],
    ['reorganise.total-too-large', { ...splitA, totalInvest: 101 }],
    ['reorganise.name-taken', { ...splitA, name: '甲' }],
  ]
  it.each(faults)('%s (%#)', (code, asked, latest) => {
    expect(plan(asked, latest)).toMatchObject({ ok: false, error: { code } })
  })

  it.each([
    ['the whole plan', { plans: [{ list: 'key', year: 2023, annualPlan: 120 }] }],
    ['none of it', { plans: [{ list: 'key', year: 2023, annualPlan: 0 }] }],
    ['all figures', { figures: { 'invest-ytd': 31 } }],
    ['all of the cost', { totalInvest: 100 }],
  ])('not so at the edge: %s', (_, edge) => {
    expect(plan({ ...splitA, ...edge })).toMatchObject({ ok: true })
  })
})

it('before the period of the day has ended no figure is taken, and the preview says what waits', () => {
  const early = {
    facts: FACTS,
    posts: POSTS,
    scheme: SAMPLE,
    today: '2023-05-30',
    returnPeriod: 'month' as const,
  }
  const ask = (figures: Record<string, number>) =>
    planReorganisation({ ...early, latest: () => undefined }, { ...mergeBIntoA, day: '2023-05-30', figures })
  expect(ask({ 'invest-ytd': 36 })).toMatchObject({ error: { code: 'return.period-not-ended' } })
  const waiting = unwrap(ask({}))
  expect(waiting.writes.entries).toEqual([])
  expect(waiting.notes).toEqual([{ code: 'figures-wait', params: { period: '2023-05' } }])
})

it('own months that one side lacks are not made up', () => {
  const [first, ...others] = FACTS.memberships
  const { monthPlans: _, ...even } = first ?? { project: 'a', list: 'key' }
  const facts = { ...FACTS, memberships: [even, ...others] }
  const { writes, notes } = unwrap(
    planReorganisation(
      { facts, posts: [], scheme: SAMPLE, today: DAY, returnPeriod: 'month', latest: () => undefined },
      mergeBIntoA,
    ),
  )
  expect(notes).toEqual([{ code: 'months-dropped', params: { list: 'key' } }])
  expect(writes.facts[2]?.body).toEqual({
    project: 'a',
    list: 'key',
    year: 2023,
    nature: 'new',
    annualPlan: 144,
  })
})
