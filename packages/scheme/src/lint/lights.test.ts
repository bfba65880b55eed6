import { describe, expect, test } from 'vitest'
import { parseScheme } from '../parse.ts'
import { SMALL } from '../testing.ts'
import { lint } from './lint.ts'
import { LIGHT_MISTAKES, late, progress, rows, share, withRule } from './testing/lights.ts'

const codes = (rule: string) => lint(withRule(rule)).map(one => one.code)

test.each(LIGHT_MISTAKES)('%s', (code, rule) => expect(codes(rule)).toContain(code))

describe('what is right stays quiet', () => {
  test.each([
    ['a plain rule', progress()],
    [
      'working days',
      'measure: { kind: working-days-late, done: started-on, due: planned-start }\nbands: [{ upTo: 5wd, colour: green }, { colour: red }]',
    ],
    [
      'months since an event',
      'measure: { kind: months-late, done: completed-on, due: started-on }\nbands: [{ upTo: 1mo, colour: green }, { colour: red }]',
    ],
    [
      'an amount',
      'measure: { kind: value, of: { within: invest-ytd, every: month } }\nbands: [{ below: 10亿元, colour: red }, { colour: green }]',
    ],
    [
      'a shortfall',
      'measure: { kind: difference, of: invest-ytd, from: plan-to-date }\nbands: [{ below: -500万元, colour: red }, { colour: green }]',
    ],
    [
      'rows that overlap, the narrower first',
      rows(
        `when: ${share('below: 50%')}, colour: red`,
        `when: ${share('below: 65%')}, colour: red`,
        'colour: green',
      ),
    ],
    [
      'rows of one cut from both sides',
      rows(
        `when: ${share('upTo: 65%')}, colour: red`,
        `when: ${share('above: 65%, upTo: 80%')}, colour: red`,
        'colour: green',
      ),
    ],
    ['one value alone', rows(`when: ${share('atLeast: 65%, upTo: 65%')}, colour: red`, 'colour: green')],
    [
      'any of two, then one with another',
      rows(
        `when: { any: [${share('below: 65%')}, ${late('above: 30d')}] }, colour: red`,
        `when: ${late('above: 0d')}, colour: red`,
        'colour: green',
      ),
    ],
    [
      'what is missing',
      rows(
        'when: { all: [{ missing: started-on }, { figure: stage, in: [prepare] }] }, colour: red',
        'colour: green',
      ),
    ],
    [
      'a streak and an exemption',
      progress(
        'streak: [{ colour: green, periods: 3, every: quarter, orWorse: true, skips: pass, becomes: red }]',
        'exempt: { approvedBy: leader, colour: none }',
      ),
    ],
    [
      'a filter by amount and text',
      progress(
        'where: { figures: { annual-plan: { atLeast: 1000万元 }, total-invest: { below: 10亿元 } }, is: { sector: [交通] }, isNot: { fund-source: [自筹] } }',
      ),
    ],
    [
      'a unit and the whole',
      'of: unit\nmeasure: { kind: difference, of: { indicator: fai, value: growth }, from: { indicator: fai, value: growth, over: jurisdiction } }\nbands: [{ below: 0pp, colour: red }, { colour: green }]',
    ],
    [
      'a rank',
      'of: unit\nmeasure: { kind: value, of: { rank: fai, value: growth, among: [town], from: smallest } }\nbands: [{ upTo: 3位, colour: red }, { colour: green }]',
    ],
    [
      'what a target asks',
      'of: jurisdiction\nmeasure: { kind: ratio, of: { indicator: invest-ytd }, to: { target: invest, end: floor } }\nbands: [{ below: 50%, colour: red }, { colour: green }]',
    ],
  ])('%s', (_, rule) => expect(codes(rule)).toEqual([]))
})

describe('the combination of lights', () => {
  const combined = (overall: string) =>
    lint(withRule(progress(), ['board:', `overall: ${overall}\nboard:`])).map(one => one.code)
  test.each([
    ['{ by: worst }', []],
    ['{ by: dimension-order, dimensions: [progress] }', []],
    ['{ by: dimension-order, dimensions: [other] }', ['ref.dimension']],
    ['{ by: count, of: green, atLeast: 2, becomes: red }', []],
    ['{ by: count, of: blue, atLeast: 2, becomes: purple }', ['ref.colour', 'ref.colour']],
  ])('%s', (overall, found) => expect(combined(overall)).toEqual(found))
})

test('a colour that only a streak shows is reached', () => {
  const rule = 'measure: { kind: ratio, of: invest-ytd, to: annual-plan }\nbands: [{ colour: green }]'
  expect(codes(rule)).toEqual(['colour.unreachable'])
  expect(codes(`${rule}\nstreak: [{ colour: green, periods: 2, becomes: red }]`)).toEqual([])
})

describe('keys that the language does not know are told where they stand', () => {
  const told = (rule: string) => {
    const text = SMALL.replace('measure: { kind: ratio, of: invest-ytd, to: annual-plan }', rule)
    const { findings } = parseScheme(text, 'f.yaml')
    return findings.map(one => [one.code, one.message])
  }
  test.each([
    [
      'a key of a measure',
      'measure: { kind: value, of: invest-ytd, than: 1 }',
      'scheme.unknown-key',
      'lights.0.measure',
    ],
    ['a kind of measure', 'measure: { kind: sum, of: invest-ytd }', 'scheme.shape', 'lights.0.measure.kind'],
    [
      'a key of a quantity',
      'measure: { kind: value, of: { before: invest-ytd, each: month } }',
      'scheme',
      'lights.0.measure.of',
    ],
    [
      'a period',
      'measure: { kind: value, of: { before: invest-ytd, every: moon } }',
      'scheme.shape',
      'lights.0.measure.of.every',
    ],
  ])('%s', (_, rule, code, at) => {
    const [found = ['', '']] = told(rule)
    expect(found[0]).toContain(code)
    expect(found[1]).toContain(at)
  })
  test.each([
    ['neither measure nor rows', 'nature: x'],
    ['rows beside a measure', 'measure: { kind: value, of: invest-ytd }\n    rows: [{ colour: red }]'],
  ])('%s', (_, rule) => expect(told(rule).length).toBeGreaterThan(0))
})
