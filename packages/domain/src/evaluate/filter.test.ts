import type { Filter } from '@guatu/scheme'
import { expect, it } from 'vitest'
import type { ProjectFact } from '../facts/index.ts'
import { fieldShapes, projectState } from '../project/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { passes } from './filter.ts'

const project: ProjectFact = {
  id: 'a',
  name: '甲',
  totalInvest: 100_000_000_000,
  sector: '交通',
  fundSource: '专项债',
  leadUnit: 'housing',
  attributes: { beds: 30, class: '一类' },
}
const DAY = '2023-06-30'
const passed = (filter: Filter, annualPlan?: number) => {
  const returns = [{ project: 'a', period: '2023-06', figures: { budget: 500, stage: 'started' } }]
  const state = projectState(project, [], returns, fieldShapes(SAMPLE.fields), DAY)
  return passes(filter, state, { project: 'a', list: 'key', year: 2023, annualPlan }, DAY)
}
const plan = (range: object): Filter => ({ figures: { 'annual-plan': range } })

it.each([
  [999_999_999, false],
  [1_000_000_000, true],
  [1_000_000_001, true],
  [undefined, false],
])('a plan of %s is at least 1000万元: %s', (annualPlan, expected) => {
  expect(passed(plan({ atLeast: '1000万元' }), annualPlan)).toBe(expected)
})

it.each([
  [{ above: '1000万元' }, false],
  [{ upTo: '1000万元' }, true],
  [{ below: '1000万元' }, false],
  [{ atLeast: '1000万元', upTo: '1000万元' }, true],
])('a plan of 1000万元 in %j: %s', (range, expected) => {
  expect(passed(plan(range), 1_000_000_000)).toBe(expected)
})

it.each<[Filter, boolean]>([
  [{ figures: { 'total-invest': { atLeast: '10亿元' } } }, true],
  [{ figures: { 'total-invest': { above: '10亿元' } } }, false],
  [{ figures: { budget: { below: '5.01元' } } }, true],
  [{ figures: { 'invest-ytd': { atLeast: '0元' } } }, false],
  [{ figures: { beds: { atLeast: '30个' } } }, true],
  [{ figures: { beds: { atLeast: '31个' } } }, false],
  [{ is: { sector: ['水利', '交通'] } }, true],
  [{ is: { sector: ['水利'] } }, false],
  [{ is: { place: ['城关'] } }, false],
  [{ is: { stage: ['started'], 'lead-unit': ['housing'], class: ['一类'] } }, true],
  [{ isNot: { 'fund-source': ['专项债'] } }, false],
  [{ isNot: { 'fund-source': ['自筹'], place: ['城关'] } }, true],
])('%j: %s', (filter, expected) => expect(passed(filter)).toBe(expected))
