import { must } from '@guatu/kernel'
import { parseCases } from '@guatu/scheme'
import { describe, expect, test } from 'vitest'
import { planWith } from '../testing/given.ts'
import { runCase } from './run.ts'

const PLAN = planWith(`
procedures:
  - { id: formalities, name: 手续, nameEn: F, lists: [key], steps: [{ id: land, name: 用地, nameEn: land, authority: 自然资源局, limit: { days: 20 } }], goals: [{ share: 50%, due: 03-31 }] }
funds:
  - { id: paid, name: 支付, nameEn: P, kind: payment, base: allocated, goals: [{ rate: 60%, due: year-end }] }
  - { id: on, name: 转拨, nameEn: O, kind: pass-on, within: { workingDays: 7 } }
  - { id: first, name: 优先, nameEn: F, kind: priority, order: [{ id: plan, name: 计划, nameEn: plan, by: annual-plan, prefer: high }] }
  - { id: award, name: 奖励, nameEn: A, kind: grant, per: 入库, perEn: entry, gives: [{ id: cash, name: 奖, nameEn: cash, amount: 40万元 }] }
  - { id: early, name: 前期费, nameEn: E, kind: reserve, of: jurisdiction, atLeast: 1亿元 }
disclosures:
  - { id: open, name: 公开, nameEn: O, channel: 网站, channelEn: site, pieces: [{ id: scale, name: 规模, nameEn: scale }] }
tasks:
  - { id: train, name: 培训, nameEn: T, owners: [某局], evidence: 表, evidenceEn: sheet, every: quarter, because: 组织, becauseEn: work }
duties:
  - { id: clock, name: 时限, nameEn: C, kind: clock, starts: 收件, startsEn: in, ends: 办结, endsEn: out, within: { days: 3 } }
`)
const PROJECTS = 'projects: [{ id: a, annualPlan: 1亿元 }, { id: b, annualPlan: 2亿元 }]'
const MONEY =
  'records: { money: [{ id: first, allocated: 100万元, arrived: { amount: 10万元, on: 2023-06-01 }, passedOn: [{ amount: 9万元, on: 2023-06-02 }], paid: [{ amount: 60万元, on: 2023-05-01 }] }] }'

const holds = (tried: string, facts: string, expected: string) => {
  const text = `scheme: sample\ncases:\n  - { name: c, asOf: 2023-06-13, ${tried}, ${facts}, expect: ${expected} }\n`
  const { cases, findings } = parseCases(text, 'cases.yaml')
  if (!cases) throw new Error(JSON.stringify(findings))
  const result = runCase(PLAN, must(cases.cases[0], 'case'))
  return result.holds || JSON.stringify(result.answered)
}

describe('a case names what it expects, of the whole or of one part', () => {
  const steps = `${PROJECTS}, records: { steps: [{ project: a, step: land, from: 2023-03-01, done: 2023-03-31 }] }`
  const published = `${PROJECTS}, records: { published: [{ project: b, piece: scale, on: 2023-02-01 }] }`
  test.each<[tried: string, facts: string, right: string, wrong: string]>([
    ['procedure: formalities', steps, '{ share: 1/2, state: met }', '{ share: 1/2, state: open }'],
    ['procedure: formalities, about: 03-31', steps, '{ share: 50%, state: met }', '{ share: 49.9% }'],
    ['procedure: formalities, about: a', steps, '{ done: 1, of: 1, next: [] }', '{ next: [land] }'],
    [
      'procedure: formalities, about: b/land',
      steps,
      '{ state: open, authority: 自然资源局 }',
      '{ state: done }',
    ],
    ['procedure: formalities, about: a/land', steps, '{ state: done-late, used: 30 }', '{ state: done }'],
    ['fund: paid', MONEY, '{ rate: 60%, paid: 60万元, state: met }', '{ rate: 60.1% }'],
    ['fund: paid, about: year-end', MONEY, '{ state: met, due: 2023-12-31 }', '{ state: open }'],
    ['fund: on', MONEY, '{ state: short, inTime: 0, of: 1 }', '{ state: open }'],
    ['fund: on, about: first', MONEY, '{ state: late, left: 1万元 }', '{ left: 0.99万元 }'],
    ['fund: first', PROJECTS, '{ order: [b, a] }', '{ order: [a, b] }'],
    ['fund: first, about: a', PROJECTS, '{ rank: 2, plan: 1亿元 }', '{ rank: 1 }'],
    [
      'fund: award',
      'records: { awards: [{ grant: award, unit: east, on: 2023-02-01, times: 2 }] }',
      '{ times: 2, cash: 80万元 }',
      '{ cash: 40万元 }',
    ],
    [
      'fund: award, about: west',
      'records: { awards: [{ grant: award, unit: east, on: 2023-02-01 }] }',
      '{ times: null }',
      '{ times: 1 }',
    ],
    ['fund: early', MONEY, '{ state: open, met: 0, of: 1 }', '{ state: short }'],
    ['fund: early, about: "2023"', 'records: {}', '{ amount: 0元, state: open }', '{ state: met }'],
    ['disclosure: open', published, '{ rate: 1/2, state: short, late: 0 }', '{ rate: 2/2 }'],
    ['disclosure: open, about: a', published, '{ missing: [scale] }', '{ missing: [] }'],
    [
      'disclosure: open, about: b/scale',
      published,
      '{ state: published, on: 2023-02-01 }',
      '{ state: missing }',
    ],
    [
      'task: train, about: 2023-Q1',
      'records: { evidence: [{ item: train, on: 2023-03-31 }] }',
      '{ state: done, have: 1 }',
      '{ state: done-late }',
    ],
    [
      'duty: clock, about: one',
      'records: { clocks: [{ subject: one, from: 2023-06-10 }] }',
      '{ state: running, due: 2023-06-13 }',
      '{ state: late }',
    ],
  ])('%s', (tried, facts, right, wrong) => {
    expect(holds(tried, facts, right)).toBe(true)
    expect(holds(tried, facts, wrong)).not.toBe(true)
  })
})
