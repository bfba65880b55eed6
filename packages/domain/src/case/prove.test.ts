import { must } from '@guatu/kernel'
import { parseCases, parseScheme } from '@guatu/scheme'
import { expect, test } from 'vitest'
import { prove } from './prove.ts'

/** Its terms name the numbers beside too, so that the linter does not notice before a case could. */
const PLAN = `
scheme: sample
name: 样本
nameEn: Sample
jurisdiction: { id: sample, name: 样本县, nameEn: Sample county }
source: { title: 样本方案, issuer: 样本县, issuerEn: Sample county }
inForce: { from: 2023-01-01, to: 2023-12-31 }
colours:
  - { id: red, name: 红, nameEn: red, mark: red, severity: 3, meaning: 差, meaningEn: bad }
  - { id: green, name: 绿, nameEn: green, mark: green, severity: 0, meaning: 好, meaningEn: good }
settings:
  season: { type: season, default: 03-15/11-15, about: 施工期, aboutEn: season }
lists:
  - { id: key, name: 重点, nameEn: Key, year: 2023 }
lights:
  - id: progress
    name: 进度
    nameEn: Progress
    covers: [S-1]
    clause: 一
    terms: [64%, 65%, 66%]
    dimension: progress
    during: { setting: season }
    measure: { kind: ratio, of: invest-ytd, to: annual-plan }
    bands: [{ below: 65%, colour: red }, { colour: green }]
tasks:
  - { id: train, name: 培训, nameEn: T, covers: [S-2], clause: 二, terms: [培训, 2次], owners: [某局], evidence: 表, evidenceEn: sheet, every: month, atLeast: 1, because: 组织, becauseEn: work }
  - { id: own, name: 自带, nameEn: O, owners: [某局], evidence: 表, evidenceEn: sheet, due: 12-31, because: 组织, becauseEn: work }
board: { tiles: [none], completion: null, starts: null }
`
const light = (invested: string, asOf: string, colour: string) =>
  `  - { name: c, light: progress, asOf: ${asOf}, project: { annualPlan: 100元, returns: { 2023-02: { invest-ytd: ${invested} } } }, expect: ${colour} }\n`
const AT = light('65元', '2023-06-30', '{ colour: green }')
const BELOW = light('64.99元', '2023-06-30', '{ colour: red }')
const BEFORE = light('65元', '2023-03-14', '{ colour: none, none: out-of-season }')
const FIRST = light('65元', '2023-03-15', '{ colour: green }')
const LAST = light('65元', '2023-11-15', '{ colour: green }')
const AFTER = light('65元', '2023-11-16', '{ colour: none, none: out-of-season }')
const ONCE =
  '  - { name: c, task: train, asOf: 2023-02-01, records: { evidence: [{ item: train, on: 2023-01-31 }] }, expect: { state: done } }\n'

function proofOf(...cases: readonly string[]) {
  const { parsed, findings } = parseScheme(PLAN, 'plan.yaml')
  const read = parseCases(`scheme: sample\ncases:\n${cases.join('')}`, 'cases.yaml')
  if (!parsed) throw new Error(JSON.stringify(findings))
  const proof = prove(PLAN, parsed, must(read.cases, JSON.stringify(read.findings)))
  const told = (of: typeof proof.unproven) => of.map(({ ref, change }) => `${ref} ${change?.to ?? 'deleted'}`)
  return { ...proof, unproven: told(proof.unproven), refused: told(proof.refused) }
}

test('a whole set of cases holds every item and number; what the schema refuses is told apart', () => {
  expect(proofOf(AT, BELOW, BEFORE, FIRST, LAST, AFTER, ONCE)).toEqual({
    scheme: 'sample',
    // The light and two ways of its cut, four of the season, the task and two ways of its number.
    changes: 10,
    byCase: 9,
    unproven: [],
    refused: ['sample/train 0'],
  })
})

test.each<[gone: string, cases: readonly string[], unproven: readonly string[]]>([
  [
    'at the cut',
    [BELOW, BEFORE, AFTER, ONCE],
    ['sample/progress 66%', 'sample/settings.season 03-16/11-15', 'sample/settings.season 03-15/11-14'],
  ],
  ['below the cut', [AT, BEFORE, FIRST, LAST, AFTER, ONCE], ['sample/progress 64%']],
  [
    'on the first day of the season',
    [AT, BELOW, BEFORE, LAST, AFTER, ONCE],
    ['sample/settings.season 03-16/11-15'],
  ],
  ['after the season', [AT, BELOW, BEFORE, FIRST, LAST, ONCE], ['sample/settings.season 03-15/11-16']],
  ['of the task', [AT, BELOW, BEFORE, FIRST, LAST, AFTER], ['sample/train deleted', 'sample/train 2']],
])('without the case %s something is unproven', (_, cases, unproven) => {
  expect(proofOf(...cases).unproven).toEqual(unproven)
})

test('a case that fails anyway notices nothing', () => {
  const wrong = ONCE.replace('state: done', 'state: overdue')
  expect(proofOf(AT, BELOW, BEFORE, FIRST, LAST, AFTER, wrong).unproven).toEqual([
    'sample/train deleted',
    'sample/train 2',
  ])
})
