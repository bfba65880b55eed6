import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { lint, parseScheme } from '@guatu/scheme'
import { describe, expect, it, test } from 'vitest'
import { blankPlan } from './blank-plan.ts'
import { copyPlan } from './copy-plan.ts'

const dir = fileURLToPath(new URL('../../../../schemes', import.meta.url))
const plans = readdirSync(dir, { withFileTypes: true })
  .filter(one => one.isDirectory())
  .map(one => one.name)
const textOf = (plan: string) => readFileSync(join(dir, plan, 'scheme.yaml'), 'utf8')
const own = {
  id: 'r610926',
  name: '平利县',
  nameEn: 'Pingli',
  office: '平利县发展和改革局',
  region: '610926',
  year: 2027,
}

function parsed(text: string) {
  const { parsed: scheme, findings } = parseScheme(text, 'scheme.yaml')
  if (!scheme) throw new Error(JSON.stringify(findings))
  return scheme
}
const copyOf = (plan: string) => copyPlan(textOf(plan), parsed(textOf(plan)).scheme, own)

test.each(plans)('%s can be copied: sound, under the own names and years, no amount of the model', plan => {
  const model = parsed(textOf(plan)).scheme
  const { text } = copyOf(plan)
  const copy = parsed(text)
  expect(lint(copy)).toEqual([])
  const { scheme } = copy
  expect([scheme.scheme, scheme.jurisdiction.id, scheme.office?.name]).toEqual([
    'r610926-plan',
    'r610926',
    '平利县发展和改革局',
  ])
  expect(scheme.inForce.from).toBe('2027-01-01')
  expect(scheme.name).not.toContain(model.jurisdiction.name)
  expect(scheme.lights.length).toBe(model.lights.length)
  expect(scheme.cadences.length).toBe(model.cadences.length)
  expect(scheme.lists.map(list => list.states)).toEqual(scheme.lists.map(() => []))
  const asked = scheme.targets.flatMap(target =>
    [target.floor, target.stretch].flatMap(dated =>
      Object.values(dated ?? {}).flatMap(one => Object.values(one)),
    ),
  )
  expect(asked.filter(value => !value.endsWith('%'))).toEqual([])
})

describe('the copy of 西夏', () => {
  it('keeps rates and citations, moves the year, and says what it leaves out', () => {
    const { text, left } = copyOf('xixia')
    const { scheme } = parsed(text)
    expect(scheme.name).toBe('平利县扩大有效投资')
    expect(scheme.inForce).toEqual({ from: '2027-01-01', to: '2027-12-31' })
    expect(scheme.lists.find(list => list.id === 'own-batches')?.year).toBe(2027)
    const fai = scheme.targets.find(target => target.id === 'fai')
    expect([fai?.floor, fai?.stretch]).toEqual([
      { '2027-01-01': { growth: '10%' } },
      { '2027-01-01': { growth: '18%' } },
    ])
    expect(left).toContain('全口径固定资产投资')
    expect(scheme.lights[0]).toMatchObject({ covers: ['XX-W1'], clause: '二(五)' })
    expect(scheme.source.title).toBe('西夏区扩大有效投资工作方案（参照）')
    expect(scheme.source.reading).toContain('日期后移4年')
  })
})

describe('the copy of 柞水', () => {
  it('shows the indicator where the target was an amount', () => {
    const { text, left } = copyOf('zhashui')
    expect(left).toEqual(['重点项目完成投资', '十四五规划项目储备'])
    expect(parsed(text).scheme.board.tiles).toEqual([
      'fai',
      'double-half',
      'invest-ytd',
      'key-completion',
      'key-start',
    ])
  })
})

test('the blank plan is sound: one list, one light, one monthly return, no clause', () => {
  const scheme = parsed(blankPlan(own, '年度重点项目'))
  expect(lint(scheme)).toEqual([])
  const { lists, lights, cadences } = scheme.scheme
  expect([lists.length, lights.length, cadences.map(one => [one.every, one.asksReturn])]).toEqual([
    1,
    1,
    [['month', true]],
  ])
  expect(lists[0]?.covers).toEqual([])
})
