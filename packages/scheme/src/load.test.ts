import { expect, test } from 'vitest'
import { loadPlan } from './load.ts'
import { SMALL } from './testing.ts'

const clauses = "scheme: small\nclauses: [{ id: A-T1, clause: '一', kind: target, name: 目标 }]\n"

test('a plan with all its files', () => {
  const cases =
    'scheme: small\ncases: [{ name: 未报, asOf: 2023-12-31, target: invest, expect: { state: short } }]\n'
  const files = new Map([
    ['scheme.yaml', SMALL],
    ['clauses.yaml', clauses],
    ['cases.yaml', cases],
  ])
  const plan = loadPlan(files, 'schemes/small')
  expect(plan.findings).toEqual([])
  expect([plan.parsed?.scheme.scheme, plan.clauses?.clauses.length, plan.cases?.cases.length]).toEqual([
    'small',
    1,
    1,
  ])
})

test('findings of every file, with its name', () => {
  const files = new Map([
    ['scheme.yaml', SMALL.replace('setting: red-cut', 'setting: other')],
    ['clauses.yaml', 'scheme: small\nclauses: 1\n'],
    ['cases.yaml', 'scheme: small\ncases: []\n'],
  ])
  const found = loadPlan(files, 'schemes/small').findings.map(one => [one.file, one.code])
  expect(found).toContainEqual(['schemes/small/scheme.yaml', 'ref.setting'])
  expect(found).toContainEqual(['schemes/small/clauses.yaml', 'scheme.shape'])
  expect(found).toContainEqual(['schemes/small/cases.yaml', 'scheme.shape'])
})

test('no file at all', () => {
  expect(loadPlan(new Map(), 'x').findings[0]).toMatchObject({ file: 'x/scheme.yaml', severity: 'error' })
})
