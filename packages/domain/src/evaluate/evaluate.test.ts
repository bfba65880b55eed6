import type { Day } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import type { MembershipFact, ReturnFact, Stage } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { evaluate, finish, type ProjectFacts, replaceProject, start } from './evaluate.ts'

const project = (
  id: string,
  figures: ReturnFact['figures'],
  membership: Partial<MembershipFact> = {},
  attributes: Partial<ProjectFacts['project']> = {},
): ProjectFacts => ({
  project: { id, name: id, ...attributes },
  memberships: [{ project: id, list: 'key', year: 2023, annualPlan: 1200, nature: 'new', ...membership }],
  returns: [{ project: id, period: '2023-05', figures }],
})
const onBoth = (id: string, figures: ReturnFact['figures']): ProjectFacts => {
  const one = project(id, figures)
  return {
    ...one,
    memberships: [{ project: id, list: 'backed', year: 2023, annualPlan: 5000 }, ...one.memberships],
  }
}
const MAY = '2023-05-31'
const indicator = (
  projects: readonly ProjectFacts[],
  id: string,
  scope = 'jurisdiction',
  asOf: Day = MAY,
) => {
  const found = evaluate(SAMPLE, factsOf(projects), asOf).indicators.find(
    one => one.id === id && one.scope === scope,
  )
  return found && [found.numerator, found.denominator, found.value]
}

describe('indicators', () => {
  it('count a project on several lists once in the jurisdiction, with the plan of its first list', () => {
    const both = [onBoth('a', { 'invest-ytd': 500 }), project('b', { 'invest-ytd': 100 })]
    expect(indicator(both, 'project-count')).toEqual([2, null, '2'])
    expect(indicator(both, 'project-count', 'list:key')).toEqual([2, null, '2'])
    expect(indicator(both, 'project-count', 'list:backed')).toEqual([1, null, '1'])
    expect(indicator(both, 'completion-rate')).toEqual([600, 2400, '25.0'])
    expect(indicator(both, 'completion-rate', 'list:backed')).toEqual([500, 5000, '10.0'])
  })

  it('are there for each list, each nature on it and each leading unit', () => {
    const all = [project('a', {}, {}, { leadUnit: 'housing' }), project('b', {}, { nature: 'continuing' })]
    const scopes = evaluate(SAMPLE, factsOf(all), MAY)
      .indicators.filter(one => one.id === 'project-count')
      .map(one => [one.scope, one.value])
    expect(scopes).toEqual([
      ['jurisdiction', '2'],
      ['list:backed', '0'],
      ['list:key', '2'],
      ['list:key/continuing', '1'],
      ['list:key/new', '1'],
      ['unit:housing', '1'],
      ['unit:housing/list:key', '1'],
    ])
  })

  it('have no value over a denominator of 0', () => {
    expect(indicator([project('a', { 'invest-ytd': 5 }, { annualPlan: 0 })], 'completion-rate')).toEqual([
      5,
      0,
      null,
    ])
    expect(indicator([], 'start-rate')).toEqual([0, 0, null])
  })

  it('leave out what no return reported, and keep the project', () => {
    const silent = [project('a', { 'invest-ytd': 300 }), project('b', {})]
    expect(indicator(silent, 'completion-rate')).toEqual([300, 2400, '12.5'])
  })

  it('never let a statistics figure into a dispatch sum, nor the other way', () => {
    const sums = (figures: ReturnFact['figures']) =>
      ['invest-ytd', 'stat-ytd', 'completion-rate'].map(id => indicator([project('a', figures)], id)?.[0])
    expect(sums({ 'stat-ytd': 700 })).toEqual([0, 700, 0])
    expect(sums({ 'invest-ytd': 700 })).toEqual([700, 0, 700])
    expect(sums({ 'invest-ytd': 700, 'stat-ytd': 1 })).toEqual([700, 1, 700])
  })

  it('let no statistics figure move a light', () => {
    const lights = (figures: ReturnFact['figures']) =>
      evaluate(SAMPLE, factsOf([project('a', figures)]), MAY).lights
    expect(lights({ 'invest-ytd': 300, 'stat-ytd': 9_999 })).toEqual(lights({ 'invest-ytd': 300 }))
  })

  it('start the year anew in January', () => {
    const december = {
      ...project('a', {}),
      returns: [{ project: 'a', period: '2023-12', figures: { 'invest-ytd': 9 } }],
    }
    const twoYears = {
      ...december,
      memberships: [...december.memberships, { project: 'a', list: 'key', year: 2024, annualPlan: 500 }],
    }
    expect(indicator([twoYears], 'completion-rate', 'list:key', '2023-12-31')).toEqual([9, 1200, '0.8'])
    expect(indicator([twoYears], 'completion-rate', 'list:key', '2024-01-31')).toEqual([0, 500, '0.0'])
  })

  it('count what was due to start by the day, the day itself included', () => {
    const due = (stage: Stage) => [project('a', { stage }, { plannedStart: '2023-06-01' })]
    expect(indicator(due('started'), 'due-start-rate', 'jurisdiction', '2023-05-31')).toEqual([0, 0, null])
    expect(indicator(due('started'), 'due-start-rate', 'jurisdiction', '2023-06-01')).toEqual([1, 1, '100.0'])
    expect(indicator(due('prepare'), 'due-start-rate', 'jurisdiction', '2023-06-01')).toEqual([0, 1, '0.0'])
  })

  it('are stored nowhere: with one project less the count and the rate change', () => {
    const all = Array.from({ length: 95 }, (_, i) =>
      project(`p${i}`, { stage: i < 86 ? 'started' : 'prepare' }),
    )
    const running = start(SAMPLE, factsOf(all), MAY)
    const rate = (one: typeof running) =>
      finish(one).indicators.find(({ id, scope }) => id === 'start-rate' && scope === 'list:key')
    expect(rate(running)).toMatchObject({ numerator: 86, denominator: 95, value: '90.5' })
    expect(rate(replaceProject(running, 'p0', undefined))).toMatchObject({
      numerator: 85,
      denominator: 94,
      value: '90.4',
    })
  })
})

describe('lights', () => {
  it('judge a project on each of its lists by the plan of that list', () => {
    const { lights } = evaluate(SAMPLE, factsOf([onBoth('a', { 'invest-ytd': 500 })]), MAY)
    const progress = lights.filter(one => one.rule === 'progress')
    expect(progress.map(one => [one.list, one.colour, one.reason.value])).toEqual([
      ['key', 'green', { n: 500, d: 500 }],
      ['backed', 'yellow', { n: 500, d: 750 }],
    ])
  })

  it('come together as the worst of a list and of all lists; ○ never outdoes a colour', () => {
    const { overall } = evaluate(SAMPLE, factsOf([onBoth('a', { 'invest-ytd': 500 })]), MAY)
    expect(overall.map(one => [one.list, one.colour, one.rule])).toEqual([
      ['key', 'green', 'progress'],
      ['backed', 'yellow', 'progress'],
      ['*', 'yellow', 'progress'],
    ])
    const { overall: silent } = evaluate(SAMPLE, factsOf([project('a', {})]), MAY)
    expect(silent.map(one => [one.colour, one.rule])).toEqual([
      ['none', null],
      ['none', null],
    ])
  })

  it('look only at lists of the as-of year', () => {
    expect(evaluate(SAMPLE, factsOf([project('a', {})]), '2024-01-31').lights).toEqual([])
  })

  it('raise the action of their colour, on the unit that is responsible', () => {
    const red = project('a', { 'invest-ytd': 1 }, {}, { leadUnit: 'housing', ownerUnit: 'builder' })
    expect(evaluate(SAMPLE, factsOf([red]), MAY).actions).toEqual([
      {
        action: 'listed-supervision',
        project: 'a',
        list: 'key',
        unit: 'housing',
        rule: 'progress',
        clause: '一',
        confirm: 'dispatcher',
        colour: 'red',
      },
    ])
    expect(evaluate(SAMPLE, factsOf([project('a', { 'invest-ytd': 500 })]), MAY).actions).toEqual([])
  })
})
