import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { factsOf } from '../testing/facts.ts'
import { planWith, projectOf } from '../testing/given.ts'
import { evaluateItems } from './evaluate.ts'
import { NO_RECORDS, type Records } from './records.ts'

const PLAN = planWith(`
duties:
  - { id: power, name: 迁改, nameEn: P, clause: 三(一), kind: clock, starts: 提出, startsEn: in, ends: 办结, endsEn: out, within: { days: 3 } }
  - { id: water, name: 供水, nameEn: W, kind: clock, starts: 提出, startsEn: in, ends: 办结, endsEn: out, within: { days: 5 } }
funnels:
  - { id: invite, name: 招商, nameEn: I, of: deals, stages: [{ id: signed, name: 签约, nameEn: S }, { id: landed, name: 落地, nameEn: L }] }
  - { id: expo, name: 博览会, nameEn: E, of: deals, stages: [{ id: signed, name: 签约, nameEn: S }, { id: landed, name: 落地, nameEn: L }] }
actions:
  - { id: remind, name: 提醒, nameEn: R, steps: [{ id: letter, name: 提醒函, nameEn: L, by: 办, byEn: office, on: responsible-unit, mendWithin: { days: 10 } }] }
scores:
  - { id: contest, name: 赛比, nameEn: C, of: unit, per: quarter, parts: [{ id: done, name: 完成, nameEn: D, kind: proportional, input: { given: done, as: rate }, points: 60, full: 100% }] }
`)
const RECORDS: Records = {
  ...NO_RECORDS,
  clocks: [
    { duty: 'power', subject: 'a', from: '2023-05-01', done: '2023-05-04' },
    { duty: 'power', subject: 'b', from: '2023-05-01', done: '2023-05-05' },
    { duty: 'water', subject: 'c', from: '2023-05-01', done: '2023-05-05' },
  ],
  deals: [
    { id: 'd1', funnel: 'invite', reached: { signed: '2023-04-01' } },
    { id: 'd2', funnel: 'expo', reached: { signed: '2023-04-01', landed: '2023-05-01' } },
  ],
  matters: [{ ladder: 'remind', subject: 'a', raised: '2023-05-01', occurrence: 1, answered: {} }],
  scored: [
    { subject: 'east', period: '2023-Q2', given: { done: '50%' }, exempt: [] },
    { subject: 'west', period: '2023-Q2', given: { done: '100%' }, exempt: [] },
    { subject: 'east', period: '2023-Q3', given: { done: '100%' }, exempt: [] },
  ],
}
const FACTS = factsOf([projectOf('a'), projectOf('b')])
const answersOf = (records: Records, facts = FACTS) =>
  evaluateItems(PLAN, facts, records, '2023-06-30', PUBLISHED_CALENDAR)

test('each item answers from its own records, and of kinds that the plan has', () => {
  const { duties, funnels, ladders, scores, ...others } = answersOf(RECORDS)
  expect(duties).toMatchObject([
    { id: 'power', clause: '三(一)', inTime: 1, of: 2, state: 'short' },
    { id: 'water', inTime: 1, of: 1, state: 'met' },
  ])
  expect(funnels?.map(one => one.stages.map(stage => stage.reached))).toEqual([
    [1, 0],
    [1, 1],
  ])
  expect(ladders).toMatchObject([
    { id: 'remind', matters: [{ subject: 'a', state: 'exhausted', step: 'letter', due: '2023-05-11' }] },
  ])
  // The third quarter has not begun; subjects stand in the order of their records' texts.
  expect(scores?.[0]?.subjects.map(one => [one.subject, one.period, one.points.n / one.points.d])).toEqual([
    ['west', '2023-Q2', 60],
    ['east', '2023-Q2', 30],
  ])
  expect(others).toEqual({})
})

test('the order of facts and records says nothing', () => {
  const whole = answersOf(RECORDS)
  const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length })
  fc.assert(
    fc.property(
      shuffled(FACTS.projects),
      shuffled(RECORDS.clocks),
      shuffled(RECORDS.deals),
      shuffled(RECORDS.scored),
      (projects, clocks, deals, scored) => {
        expect(answersOf({ ...RECORDS, clocks, deals, scored }, { ...FACTS, projects })).toEqual(whole)
      },
    ),
  )
})
