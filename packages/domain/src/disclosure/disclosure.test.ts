import { type Day, must } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProjectEvent, Publication } from '../record/index.ts'
import { day } from '../testing/facts.ts'
import { givenOf, planWith, projectOf } from '../testing/given.ts'
import { disclosureAnswer } from './disclosure.ts'

const PLAN = planWith(`
disclosures:
  - id: open
    name: 公开
    nameEn: Open
    lists: [key]
    from: { figure: fiscal, atLeast: 1000万元 }
    channel: 门户网站
    channelEn: website
    pieces:
      - { id: scale, name: 规模, nameEn: scale }
      - { id: contract, name: 合同, nameEn: contract, after: { id: signed, name: 签约, nameEn: signing }, within: { workingDays: 7 } }
      - { id: accounts, name: 决算, nameEn: accounts, after: { id: completed-on, name: 竣工, nameEn: completion }, within: { days: 20 } }
      - { id: notice, name: 公告, nameEn: notice, after: { id: noticed, name: 通知, nameEn: notice } }
`)
const rule = must(PLAN.disclosures[0], 'disclosure')
const LEAST = 1_000_000_000
const large = (id: string, figures = {}) => projectOf(id, { attributes: { fiscal: LEAST }, figures })
const answer = (
  asOf: Day,
  published: readonly Publication[],
  events: readonly ProjectEvent[] = [],
  projects = [large('a', { 'completed-on': '2023-05-01' })],
) => disclosureAnswer(rule, givenOf(PLAN, asOf, projects, { published, events }))
const out = (piece: string, on: Day, project = 'a'): Publication => ({ project, piece, on })
const was = (event: string, on: Day, project = 'a'): ProjectEvent => ({ project, event, on })

describe('a piece', () => {
  // Seven working days from 1 June 2023 end on the 12th; twenty days from 1 May on the 21st.
  const signed = [was('signed', '2023-06-01')]
  it.each<[piece: string, asOf: Day, published: Publication[], events: ProjectEvent[], state: string]>([
    ['scale', '2023-02-01', [], [], 'missing'],
    ['scale', '2023-02-01', [out('scale', '2023-02-02')], [], 'missing'],
    ['scale', '2023-02-02', [out('scale', '2023-02-02')], [], 'published'],
    ['scale', '2023-02-02', [out('scale', '2023-02-02', 'b')], [], 'missing'],
    ['contract', '2023-12-31', [], [], 'not-due'],
    ['contract', '2023-05-31', [], signed, 'not-due'],
    ['contract', '2023-06-12', [], signed, 'not-due'],
    ['contract', '2023-06-13', [], signed, 'missing'],
    ['contract', '2023-06-13', [out('contract', '2023-06-12')], signed, 'published'],
    ['contract', '2023-06-13', [out('contract', '2023-06-13')], signed, 'late'],
    ['contract', '2023-06-13', [out('contract', '2023-05-31')], signed, 'published'],
    ['contract', '2023-05-01', [out('contract', '2023-05-01')], [], 'published'],
    ['accounts', '2023-05-21', [], [], 'not-due'],
    ['accounts', '2023-05-22', [], [], 'missing'],
    ['accounts', '2023-05-22', [], [was('completed-on', '2023-05-02')], 'not-due'],
    ['notice', '2023-06-01', [], [was('noticed', '2023-06-01')], 'not-due'],
    ['notice', '2023-06-02', [], [was('noticed', '2023-06-01')], 'missing'],
    ['notice', '2023-06-02', [out('notice', '2023-06-01')], [was('noticed', '2023-06-01')], 'published'],
  ])('%s on %s', (piece, asOf, published, events, state) => {
    const [project] = answer(asOf, published, events).projects
    expect(project?.pieces.find(one => one.piece === piece)?.state).toBe(state)
  })

  it('tells when it came, of several the first, and its last day', () => {
    const twice = [out('contract', '2023-06-20'), out('contract', '2023-06-09')]
    const [project] = answer('2023-07-01', twice, [was('signed', '2023-06-05'), ...signed]).projects
    expect(project?.pieces[1]).toEqual({
      piece: 'contract',
      state: 'published',
      on: '2023-06-09',
      due: '2023-06-12',
      provisional: false,
    })
  })
})

describe('a project', () => {
  const taken = (projects: ReturnType<typeof large>[]) => {
    const { projects: found, unknown, state } = answer('2023-06-30', [], [], projects)
    return [found.map(one => one.project), unknown, state]
  }
  const worth = (fiscal: number) => projectOf('a', { attributes: { fiscal } })
  it.each([
    ['a fen less', worth(LEAST - 1), [[], [], 'nobody']],
    ['the amount itself', worth(LEAST), [['a'], [], 'short']],
    ['a fen more', worth(LEAST + 1), [['a'], [], 'short']],
    ['an amount that nobody gave', projectOf('a'), [[], ['a'], 'nobody']],
    ['another list', projectOf('a', { list: 'other', attributes: { fiscal: LEAST } }), [[], [], 'nobody']],
    ['the latest figure of a return', projectOf('a', { figures: { fiscal: LEAST } }), [['a'], [], 'short']],
  ])('with %s', (_, project, expected) => expect(taken([project])).toEqual(expected))
})

it('the rate is of pieces that are out or should be', () => {
  const events = [was('signed', '2023-06-01'), was('signed', '2023-06-01', 'b')]
  const published = [
    out('scale', '2023-02-01'),
    out('scale', '2023-02-01', 'b'),
    out('contract', '2023-06-20'),
  ]
  const of = (more: Publication[]) =>
    answer('2023-06-30', [...published, ...more], events, [large('a'), large('b')])
  expect(of([])).toMatchObject({ rate: { n: 3, d: 4 }, late: 1, state: 'short' })
  expect(of([out('contract', '2023-06-02', 'b')])).toMatchObject({ rate: { n: 4, d: 4 }, state: 'met' })
  const later = { ...rule, pieces: rule.pieces.slice(1) }
  expect(disclosureAnswer(later, givenOf(PLAN, '2023-06-30', [large('a')], {}))).toMatchObject({
    rate: null,
    state: 'open',
  })
})

it('neither the order of records nor a later look takes back what is out', () => {
  const piece = fc.constantFrom('scale', 'contract', 'notice')
  const records = fc.record({
    published: fc.array(fc.record({ project: fc.constantFrom('a', 'b'), piece, on: day }), { maxLength: 8 }),
    events: fc.array(
      fc.record({ project: fc.constantFrom('a', 'b'), event: fc.constantFrom('signed', 'noticed'), on: day }),
      { maxLength: 8 },
    ),
  })
  fc.assert(
    fc.property(records, day, day, ({ published, events }, a, b) => {
      const [asOf, later] = a < b ? [a, b] : [b, a]
      const both = [large('a'), large('b')]
      const now = answer(asOf, published, events, both)
      expect(answer(asOf, published.toReversed(), events.toReversed(), both)).toEqual(now)
      const then = answer(later, published, events, both)
      now.projects.forEach((project, index) => {
        project.pieces.forEach((one, at) => {
          if (one.on !== null) expect(then.projects[index]?.pieces[at]?.on).toBe(one.on)
        })
      })
    }),
  )
})
