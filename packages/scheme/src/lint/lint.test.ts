import { describe, expect, test } from 'vitest'
import { SMALL, small } from '../testing.ts'
import { CODES } from './codes.ts'
import { lint } from './lint.ts'
import { KIND_MISTAKES } from './testing/kinds.ts'
import { LIGHT_MISTAKES } from './testing/lights.ts'
import { MISTAKES as SCORE_MISTAKES } from './testing/score-kinds.ts'

type Change = readonly [from: string, to: string]
const TARGET = 'floor: { 2023-05-12: { value: 10亿元 } }'
const LIST = '- { id: key, name: 重点, nameEn: Key, year: 2023 }'
const TILES = 'board: { tiles: [invest]'
const states = (...of: string[]): Change => [LIST, LIST.replace(' }', `, states: [${of.join(', ')}] }`)]
const lights = (bands: string): Change => [
  '      - { below: { setting: red-cut }, colour: red }\n      - { colour: green }',
  bands,
]
const cadenceOf = (rhythm: string): Change => [
  'targets:',
  `cadences:\n  - { id: c, name: 周, nameEn: week, does: count, ${rhythm} }\ntargets:`,
]
const cadence = (days: number) => cadenceOf(`every: week, dueDays: ${days}`)
/** The growth of FAI against last year's, changed by what follows. */
const BASE = 'base: { as: growth, of: { reported: fai, value: growth, year: last } }'
const against = (base = BASE): Change => [TARGET, `floor: { 2023-05-12: { growth: 10% } }, ${base}`]
const OF_FAI: Change = ['indicator: invest-ytd, scope', 'indicator: fai, scope']
const setting = (id: string, choices: string): Change => [
  'settings:',
  `settings:\n  ${id}: { type: choice, choices: [${choices}], default: ${choices.split(',')[0]}, about: 选, aboutEn: pick }`,
]
const years = (...of: string[]): Change => [TARGET, `years: { 2023-05-12: { ${of.join(', ')} } }`]
const second = (of: string): Change => [
  'lights:',
  `  - { id: part, name: 其中, nameEn: Part, indicator: invest-ytd, scope: {}, due: year-end, partOf: invest, ${of} }\nlights:`,
]

/** Each mistake with the code it must raise; the scheme without it has no findings. */
const MISTAKES: readonly (readonly [code: string, ...changes: Change[]])[] = [
  ['ref.list', ['scope: { list: key }', 'scope: { list: other }']],
  ['ref.list', ['dimension: progress', 'dimension: progress\n    lists: [other]']],
  ['ref.list', [LIST, LIST.replace(' }', ', overlaps: [other] }')]],
  ['ref.list', [LIST, LIST.replace(' }', ', overlaps: [key] }')]],
  ['ref.list', [TILES, 'board: { lists: [other], tiles: [invest]']],
  ['ref.indicator', ['indicator: invest-ytd', 'indicator: other']],
  ['ref.indicator', ['completion: null', 'completion: other']],
  ['ref.indicator', ['values: { growth: rate } }', 'values: { growth: rate }, variantOf: other }']],
  ['ref.indicator', ['values: { growth: rate } }', 'values: { growth: rate }, variantOf: fai }']],
  [
    'ref.indicator',
    ['values: { growth: rate } }', 'values: { growth: rate }, shareOf: { part: invest-ytd, whole: other } }'],
  ],
  ['ref.tile', [TILES, 'board: { tiles: [other]']],
  ['ref.setting', ['setting: red-cut', 'setting: other']],
  ['ref.colour', ['colour: red }', 'colour: purple }']],
  ['ref.figure', ['of: { sum: invest-ytd }', 'of: { sum: other }']],
  ['ref.figure', ['to: annual-plan', 'to: other']],
  ['figure.type', ['of: { sum: invest-ytd }', 'of: { sum: started-on }']],
  ['figure.type', ['to: annual-plan', 'to: planned-start']],
  ['id.repeated', ['- { id: fai,', '- { id: invest-ytd,']],
  ['id.reserved', ['- { id: green, name', '- { id: none, name'], ['{ colour: green }', '{ colour: none }']],
  ['setting.type', ['type: rate, default: 65%', 'type: days, default: 65d']],
  ['setting.type', ['below: { setting: red-cut }', 'below: 10d']],
  ['setting.unused', ['below: { setting: red-cut }', 'below: 65%']],
  [
    'bands.open',
    lights('      - { below: { setting: red-cut }, colour: red }\n      - { below: 90%, colour: green }'),
  ],
  [
    'bands.open',
    lights(
      '      - { colour: red }\n      - { below: { setting: red-cut }, colour: green }\n      - { colour: green }',
    ),
  ],
  [
    'bands.edge',
    lights('      - { below: { setting: red-cut }, upTo: 70%, colour: red }\n      - { colour: green }'),
  ],
  [
    'bands.order',
    lights(
      '      - { below: { setting: red-cut }, colour: red }\n      - { below: 65%, colour: red }\n      - { colour: green }',
    ),
  ],
  [
    'bands.order',
    lights(
      '      - { below: { setting: red-cut }, colour: red }\n      - { below: 64.9%, colour: red }\n      - { colour: green }',
    ),
  ],
  [
    'bands.unstated',
    lights('      - { below: { setting: red-cut }, colour: red, unstated: true }\n      - { colour: green }'),
  ],
  [
    'colour.unreachable',
    lights('      - { below: { setting: red-cut }, colour: red }\n      - { colour: red }'),
  ],
  [
    'leads-to.never',
    lights(
      '      - { below: { setting: red-cut }, colour: green }\n      - { colour: green }\n    leadsTo: { red: { action: remind, on: owner-unit, confirm: leader } }',
    ),
  ],
  [
    'curve.order',
    [LIST, LIST.replace(' }', ', curve: { kind: cumulative, months: { 6: 60%, 12: 59.9% } } }')],
  ],
  ['target.empty', [`, ${TARGET}`, '']],
  ['target.value', ['value: 10亿元', 'value: 85%']],
  ['target.value-name', ['{ value: 10亿元 }', '{ amount: 10亿元 }']],
  ['target.season', ['due: year-end', 'due: construction-season-end']],
  ['statement.value', states('{ of: projects, value: 12亿元 }')],
  ['target.base', OF_FAI, against(BASE.replace('as: growth', 'as: yearly-growth').replace('last', 'same'))],
  ['target.base', [TARGET, `floor: { 2023-05-12: { value: 10% } }, ${BASE}`]],
  ['target.base', OF_FAI, [TARGET, `floor: { 2023-05-12: { growth: 10%, other: 1% } }, ${BASE}`]],
  ['target.value', OF_FAI, [TARGET, `floor: { 2023-05-12: { growth: 10亿元 } }, ${BASE}`]],
  ['target.value-name', OF_FAI, against(BASE.replace('value: growth', 'value: other'))],
  ['ref.indicator', OF_FAI, against(BASE.replace('reported: fai', 'reported: invest-ytd'))],
  ['ref.target', OF_FAI, against('base: { as: ratio, of: { target: other, value: growth, end: floor } }')],
  [
    'ref.target',
    second('partOf: other, floor: { 2023-05-12: { value: 1亿元 } }').map(text =>
      text.replace('partOf: invest, ', ''),
    ) as unknown as Change,
  ],
  [
    'target.choice',
    setting('how', 'growth, other'),
    OF_FAI,
    against(BASE.replace('as: growth', 'as: { setting: how }')),
  ],
  ['target.choice', setting('on', 'holds, maybe'), [TARGET, `${TARGET}, provided: { setting: on }`]],
  ['ref.setting', [TARGET, `${TARGET}, provided: { setting: other }`]],
  [
    'ref.indicator',
    setting('what', 'invest-ytd, other'),
    ['indicator: invest-ytd', 'indicator: { setting: what }'],
  ],
  ['target.over', OF_FAI, [TARGET, 'floor: { 2023-05-12: { growth: 10% } }, over: plan']],
  ['target.over', [TARGET, `${TARGET}, over: plan`]],
  ['target.years', years('"2022": 1亿元')],
  ['target.years', years('"2024": 1亿元')],
  ['target.value', years('"2023": 85%')],
  ['cadence.due', cadence(7)],
  ['cadence.due', cadenceOf('every: week, everyOther: 2023-05-15, dueDays: 14')],
  ['cadence.due', cadenceOf('every: week, dueWorkingDays: 4')],
  ['cadence.due', cadenceOf('every: month, dueDays: 1, dueWorkingDays: 1')],
  ['cadence.due', cadenceOf('every: quarter, dueMonth: 4')],
  ['cadence.due', cadenceOf('every: month, dueMonth: 1')],
  ['cadence.opens', cadenceOf('every: month, opensDays: 1')],
  ['cadence.opens', cadenceOf('every: month, dueDays: 5, opensDays: 6')],
  ['cadence.opens', cadenceOf('every: month, dueWorkingDays: 3, opensDays: 4')],
  ['cadence.opens', cadenceOf('every: quarter, dueMonth: 2, opensDays: -30')],
  ['cadence.opens', cadenceOf('every: week, opensDays: -7')],
  ['cadence.opens', cadenceOf('every: week, everyOther: 2023-05-15, opensDays: -14')],
  ['cadence.locks', cadenceOf('every: month, lockDays: 5, lockWorkingDays: 3')],
  ['cadence.together', cadenceOf('every: quarter, together: [1, 2]')],
  ['cadence.together', cadenceOf('every: month, together: [1, 3]')],
  ['cadence.together', cadenceOf('every: month, together: [2, 1]')],
  ['cadence.asks', cadenceOf('every: month, asks: [invest-ytd]')],
  ['cadence.asks', cadenceOf('every: month, asksReturn: true, asks: [other]')],
  ['cadence.asks', cadenceOf('every: month, asksReturn: true, asks: [annual-plan]')],
  ['cadence.asks', cadenceOf('every: month, asksReturn: true, asks: [stage, stage]')],
  ['cadence.other', cadenceOf('every: month, everyOther: 2023-05-15')],
  ['force.order', ['to: 2023-12-31', 'to: 2023-05-11']],
  ['cite.clause', ['scope: { list: key }', 'scope: { list: key }, covers: [A-T1], terms: [10亿元]']],
  ['cite.terms', ['scope: { list: key }', 'scope: { list: key }, covers: [A-T1], clause: 一']],
  ['cite.nothing', ['scope: { list: key }', 'scope: { list: key }, clause: 一']],
  [
    'cite.number',
    ['scope: { list: key }', 'scope: { list: key }, covers: [A-T1], clause: 一, terms: [11亿元]'],
  ],
  [
    'cite.locator',
    ['scope: { list: key }', 'scope: { list: key }, covers: [A-T1], clause: 二, terms: [10亿元]'],
  ],
  [
    'ref.clause',
    ['scope: { list: key }', 'scope: { list: key }, covers: [A-T2], clause: 一, terms: [10亿元]'],
  ],
  ['reading.language', ['scope: { list: key }', 'scope: { list: key }, reading: 读法']],
]
const clauses = { scheme: 'small', clauses: [{ id: 'A-T1', clause: '一', kind: 'target', name: '目标' }] }

test('the small scheme has no findings', () => expect(lint(small(), clauses)).toEqual([]))

test.each(MISTAKES.map(([code, ...changes]) => ({ code, changes })))('$code', ({ code, changes }) => {
  const findings = lint(small(...changes), clauses)
  expect(findings.map(one => one.code)).toContain(code)
  for (const one of findings)
    expect(one).toMatchObject({ file: 'small.yaml', mend: expect.stringMatching(/\.$/) })
})

test('a finding points at its line', () => {
  const [finding] = lint(small(['scope: { list: key }', 'scope: { list: other }']))
  const line = SMALL.split('\n').findIndex(text => text.includes('id: invest,')) + 1
  expect([finding?.line, finding && finding.column > 80]).toEqual([line, true])
})

describe('what is right stays quiet', () => {
  const quiet = (...changes: Change[]) => expect(lint(small(...changes), clauses)).toEqual([])
  test('a return due on the last day of a week', () => quiet(cadence(6)))
  test('every other week, due on the last day before the next pair ends', () =>
    quiet(cadenceOf('every: week, everyOther: 2023-05-15, dueDays: 13')))
  test('the third month of a quarter', () => quiet(cadenceOf('every: quarter, dueMonth: 3')))
  test('opening on the day it is due, at the latest', () =>
    quiet(cadenceOf('every: month, dueDays: 5, opensDays: 5')))
  test('opening on the first day of a week', () => quiet(cadenceOf('every: week, opensDays: -6')))
  test('opening before the month inside a quarter by which it is due', () =>
    quiet(cadenceOf('every: quarter, dueMonth: 2, opensDays: -31')))
  test('two months together, asked for fields of a return', () =>
    quiet(cadenceOf('every: month, together: [1, 2], asksReturn: true, asks: [invest-ytd, stage]')))
  test('three working days of a week', () => quiet(cadenceOf('every: week, dueWorkingDays: 3')))
  test('growth on the figure of last year', () => quiet(OF_FAI, against()))
  test('a choice of how to stand against it', () =>
    quiet(
      setting('how', 'growth, points'),
      OF_FAI,
      against(BASE.replace('as: growth', 'as: { setting: how }')),
    ))
  test('a target that holds or lapses', () =>
    quiet(setting('on', 'holds, lapsed'), [TARGET, `${TARGET}, provided: { setting: on }`]))
  test('the only year of the plan', () => quiet(years('"2023": 1亿元')))
  test('one value alone as a band', () =>
    quiet(
      lights(
        '      - { below: { setting: red-cut }, colour: red }\n      - { upTo: 65%, colour: green }\n      - { colour: green }',
      ),
    ))
})

test('every code of the table is tried here or in the citation test', () => {
  const tried = new Set([
    ...MISTAKES.map(([code]) => code),
    ...KIND_MISTAKES.map(([code]) => code),
    ...SCORE_MISTAKES.map(([code]) => code),
    'fund.base',
    ...LIGHT_MISTAKES.map(([code]) => code),
    'ref.dimension',
    'cite.missing',
    'cite.no-place',
    'setting.choice',
  ])
  expect(Object.keys(CODES).filter(code => !tried.has(code))).toEqual([])
})
test('a choice whose default is none of its choices', () => {
  const change: Change = [
    '  red-cut:',
    '  pick: { type: choice, choices: [a, b], default: c, about: 选, aboutEn: pick }\n  red-cut:',
  ]
  expect(lint(small(change)).map(one => one.code)).toEqual(['setting.unused', 'setting.choice'])
})
