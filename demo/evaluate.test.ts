import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDataFolder } from '@guatu/documents'
import { evaluate, type Facts } from '@guatu/domain'
import { unwrap } from '@guatu/kernel'
import { describe, expect, test } from 'vitest'
import { DEMOS, schemeOf } from './make/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
function load(plan: string): Facts {
  const folder = `${root}/demo/${plan}`
  const names = readdirSync(folder).filter(name => name.endsWith('.csv'))
  const files = new Map(names.map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]))
  return unwrap(readDataFolder(files, schemeOf(root, plan)))
}
const YI = 10_000_000_000

describe('Zhashui as evaluated at the end of May 2020', () => {
  const scheme = schemeOf(root, 'zhashui')
  const rates = (facts: Facts) => {
    const { indicators } = evaluate(scheme, facts, '2020-05-31')
    return ['start-rate', 'completion-rate'].map(id => {
      const found = indicators.find(one => one.id === id && one.scope === 'list:key')
      return [found?.numerator, found?.denominator, found?.value]
    })
  }
  const facts = load('zhashui')
  test('86 of 95 and 43 of 115.4 亿元', () => {
    expect(rates(facts)).toEqual([
      [86, 95, '90.5'],
      [43 * YI, 1154 * (YI / 10), '37.3'],
    ])
  })
  test('without one project the counts and rates follow: no total is stored', () => {
    const gone = 'zs-001'
    const keep = (one: { project: string }) => one.project !== gone
    const fewer = {
      ...facts,
      projects: facts.projects.filter(one => one.id !== gone),
      memberships: facts.memberships.filter(keep),
      returns: facts.returns.filter(keep),
    }
    const [starts, completion] = rates(fewer)
    expect(starts).toEqual([85, 94, '90.4'])
    expect(completion?.[1]).toBe(1154 * (YI / 10) - (facts.memberships[0]?.annualPlan ?? 0))
  })
})

const TODAY: Readonly<Record<string, string>> = {
  zhashui: '2020-05-31',
  jiayuguan: '2023-06-30',
  xixia: '2023-11-15',
  hanyin: '2023-06-30',
  beihai: '2023-06-30',
}

/** Figures typed from the plans; money in 亿元 times 10 so that all are whole. */
describe('what the plans print comes out of the evaluation', () => {
  const value = (plan: string, id: string, scope: string, asOf = TODAY[plan] ?? '') => {
    const { indicators } = evaluate(schemeOf(root, plan), load(plan), asOf)
    return indicators.find(one => one.id === id && one.scope === scope)?.numerator
  }
  test.each([
    ['list:city-key', 46, 957],
    ['list:city-key/new', 33, 550],
    ['list:city-key/continuing', 13, 407],
  ])('Hanyin %s: %d projects, %d', (scope, projects, plan) => {
    expect(value('hanyin', 'project-count', scope)).toBe(projects)
    expect(value('hanyin', 'annual-plan', scope)).toBe((plan * YI) / 10)
  })
  test.each([
    ['2021-12-31', 500],
    ['2022-12-31', 620],
    ['2023-06-30', 790],
  ])('Beihai, major projects on %s: %d', (asOf, plan) => {
    expect(value('beihai', 'annual-plan', 'list:major', asOf)).toBe(plan * YI)
    expect(value('beihai', 'annual-plan', 'jurisdiction', asOf)).toBe(plan * YI)
  })
  test.each([
    ['industry-major', 27],
    ['standard-factories', 5],
    ['rural-works', 10],
    ['service-clusters', 2],
    ['hospitals', 6],
  ])('Beihai %s: %d', (list, projects) => {
    expect(value('beihai', 'project-count', `list:${list}`)).toBe(projects)
  })
  test('Beihai, the floors of three years and of each year', () => {
    const { targets } = evaluate(schemeOf(root, 'beihai'), load('beihai'), '2023-06-30')
    const asks = (id: string) => {
      const part = targets.find(one => one.id === id)?.parts[0]
      return part?.floor ?? part?.stretch
    }
    expect(['major-years', 'five-networks', 'urbanisation', 'bonds'].map(asks)).toEqual(
      [790, 930, 2000, 250].map(amount => ({ n: amount * YI, d: 1 })),
    )
  })
})

test.each(Object.keys(DEMOS))('%s shows every colour, not red above all, and late returns', plan => {
  const scheme = schemeOf(root, plan)
  const facts = load(plan)
  const asOf = TODAY[plan] ?? ''
  const { overall } = evaluate(scheme, facts, asOf)
  const colours = overall.filter(one => one.list === '*').map(one => one.colour)
  for (const colour of scheme.colours) {
    expect(colours.filter(one => one === colour.id).length, colour.id).toBeGreaterThan(4)
  }
  expect(colours.filter(one => one === 'red').length).toBeLessThan(colours.length * 0.4)
  const last = facts.returns
    .map(one => one.period)
    .sort()
    .at(-1)
  const late = facts.projects.length - facts.returns.filter(one => one.period === last).length
  expect(late).toBeGreaterThan(1)
})
