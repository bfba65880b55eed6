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

test.each(Object.keys(DEMOS))('%s shows every colour, not red above all, and late returns', plan => {
  const scheme = schemeOf(root, plan)
  const facts = load(plan)
  const asOf = { zhashui: '2020-05-31', jiayuguan: '2023-06-30', xixia: '2023-11-15' }[plan] ?? ''
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
