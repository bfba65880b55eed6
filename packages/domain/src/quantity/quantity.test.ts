import { describe, expect, it } from 'vitest'
import type { MembershipFact, ProjectFact, ReturnFact } from '../facts/index.ts'
import { fieldShapes, projectState } from '../project/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { lookUp, quantityName } from './quantity.ts'

const project: ProjectFact = {
  id: 'a',
  name: '甲',
  totalInvest: 900,
  plannedStart: '2023-04-01',
  plannedCompletion: '2025-06-30',
  attributes: { floors: 12, designer: '设计院' },
}
const membership: MembershipFact = {
  project: 'a',
  list: 'key',
  year: 2023,
  annualPlan: 120,
  plannedStart: '2023-05-01',
}
const source = (own: MembershipFact = membership) => {
  const shapes = fieldShapes(SAMPLE.fields)
  const returns: ReturnFact[] = [
    { project: 'a', period: '2023-04', figures: { budget: 900 } },
    {
      project: 'a',
      period: '2023-05',
      figures: { budget: 950, 'invest-ytd': 40 },
      sources: { budget: 8, 'invest-ytd': 9 },
    },
  ]
  return {
    state: projectState(project, [own], returns, shapes, '2023-05-31'),
    membership: own,
    curve: { kind: 'linear' as const },
    shapes,
    asOf: '2023-05-31',
  }
}

describe('a quantity', () => {
  it.each([
    ['invest-ytd', { type: 'money', value: 40, from: 'return', period: '2023-05', entry: 9 }],
    ['stat-ytd', { type: 'money', value: null, from: 'return' }],
    ['annual-plan', { type: 'money', value: 120, from: 'plan' }],
    ['plan-to-date', { type: 'money', value: 50, from: 'plan', curve: 'linear' }],
    ['planned-start', { type: 'day', value: '2023-05-01', from: 'plan' }],
    ['planned-completion', { type: 'day', value: '2025-06-30', from: 'plan' }],
    ['total-invest', { type: 'money', value: 900, from: 'attribute' }],
    ['floors', { type: 'integer', value: 12, from: 'attribute' }],
    ['designer', { type: 'text', value: '设计院', from: 'attribute' }],
    ['stage', { type: 'stage', value: null, from: 'return' }],
  ])('%s has its value, its type and its source', (name, expected) => {
    expect(lookUp(name, source())).toMatchObject({ name, ...expected })
  })

  it('is the first ever reported, or a day of the plan year, where the rule says so', () => {
    expect(lookUp({ first: 'budget' }, source())).toMatchObject({
      name: 'first.budget',
      value: 900,
      period: '2023-04',
    })
    expect(lookUp({ dayOfYear: '09-30' }, source())).toEqual({
      name: 'day.09-30',
      type: 'day',
      value: '2023-09-30',
      from: 'rule',
    })
    expect(lookUp({ dayOfYear: '09-30' }, source({ ...membership, year: 2024 })).value).toBe('2024-09-30')
  })

  it('of the plan is the membership before the project, and null where nobody planned', () => {
    expect(lookUp('planned-start', source({ project: 'a', list: 'key' })).value).toBe('2023-04-01')
    expect(lookUp('annual-plan', source({ project: 'a', list: 'key' })).value).toBeNull()
    expect(lookUp('plan-to-date', source({ project: 'a', list: 'key' })).value).toBeNull()
  })

  it('has one name for each form', () => {
    expect([
      quantityName('budget'),
      quantityName({ first: 'budget' }),
      quantityName({ dayOfYear: '09-30' }),
    ]).toEqual(['budget', 'first.budget', 'day.09-30'])
  })
})
