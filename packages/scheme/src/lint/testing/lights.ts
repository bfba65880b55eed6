import { small } from '../../testing.ts'

type Change = readonly [from: string, to: string]

const MEASURE = `    measure: { kind: ratio, of: invest-ytd, to: annual-plan }
    bands:
      - { below: { setting: red-cut }, colour: red }
      - { colour: green }
`

/** The small scheme with another rule in place of its light's measure and bands; the setting goes with them. */
export const withRule = (rule: string, ...changes: readonly Change[]) =>
  small([MEASURE, `${rule.replace(/^/gm, '    ')}\n`], SETTING, ...changes)

const SETTING: Change = [
  `settings:
  red-cut: { type: rate, default: 65%, about: 红线, aboutEn: red cut }
`,
  '',
]

/** `below` a share of the plan is red, with further members. */
export const progress = (...members: readonly string[]) =>
  [
    'measure: { kind: ratio, of: invest-ytd, to: annual-plan }',
    'bands: [{ below: 65%, colour: red }, { colour: green }]',
    ...members,
  ].join('\n')

/** A test of the share of the plan. */
export const share = (is: string) =>
  `{ measure: { kind: ratio, of: invest-ytd, to: annual-plan }, is: { ${is} } }`
export const late = (is: string) =>
  `{ measure: { kind: days-late, done: started-on, due: planned-start }, is: { ${is} } }`
export const rows = (...of: readonly string[]) => ['rows:', ...of.map(row => `  - { ${row} }`)].join('\n')
const bands = (measure: string, cut: string) =>
  `measure: ${measure}\nbands: [{ below: ${cut}, colour: red }, { colour: green }]`
const OF_UNIT = 'of: unit\n'

/** Each mistake in a light with the code that it must raise. */
export const LIGHT_MISTAKES: readonly (readonly [code: string, rule: string])[] = [
  ['setting.type', bands('{ kind: months-late, done: started-on, due: planned-start }', '1d')],
  ['setting.type', bands('{ kind: working-days-late, done: started-on, due: planned-start }', '5d')],
  ['setting.type', bands('{ kind: value, of: annual-plan }', '3个')],
  ['setting.type', bands('{ kind: difference, of: invest-ytd, from: annual-plan }', '10%')],
  ['figure.type', bands('{ kind: value, of: planned-start }', '3个')],
  ['figure.type', bands('{ kind: months-late, done: invest-ytd, due: planned-start }', '1mo')],
  ['ref.figure', bands('{ kind: value, of: { indicator: fai, value: growth } }', '5%')],
  ['ref.figure', `${OF_UNIT}${bands('{ kind: value, of: annual-plan }', '1万元')}`],
  ['ref.figure', `${OF_UNIT}${bands('{ kind: value, of: { indicator: fai, value: other } }', '5%')}`],
  ['ref.figure', progress('where: { figures: { other: { atLeast: 1万元 } } }')],
  ['ref.figure', progress('where: { is: { other: [交通] } }')],
  ['figure.type', progress('where: { figures: { planned-start: { atLeast: 1万元 } } }')],
  ['setting.type', progress('where: { figures: { annual-plan: { atLeast: 65% } } }')],
  ['rows.open', rows(`when: ${share('below: 65%')}, colour: red`)],
  ['rows.open', rows('colour: red', 'colour: green')],
  ['rows.never', rows(`when: ${share('above: 65%, below: 65%')}, colour: red`, 'colour: green')],
  [
    'rows.never',
    rows(`when: { all: [${share('below: 60%')}, ${share('atLeast: 60%')}] }, colour: red`, 'colour: green'),
  ],
  [
    'rows.never',
    rows('when: { all: [{ reported: started-on }, { missing: started-on }] }, colour: red', 'colour: green'),
  ],
  [
    'rows.unreachable',
    rows(
      `when: ${share('below: 65%')}, colour: red`,
      `when: ${share('upTo: 64.9%')}, colour: green`,
      'colour: green',
    ),
  ],
  [
    'rows.unreachable',
    rows(
      `when: { any: [${share('below: 65%')}, ${late('above: 0d')}] }, colour: red`,
      `when: { all: [${late('above: 30d')}, ${share('atLeast: 65%')}] }, colour: green`,
      'colour: green',
    ),
  ],
  ['ref.figure', rows('when: { missing: other }, colour: red', 'colour: green')],
  ['ref.figure', rows('when: { figure: annual-plan, in: [x] }, colour: red', 'colour: green')],
  ['setting.type', rows(`when: ${share('below: 65d')}, colour: red`, 'colour: green')],
  ['bands.unstated', rows(`when: ${share('below: 65%')}, colour: red, unstated: true`, 'colour: green')],
  ['ref.colour', rows(`when: ${share('below: 65%')}, colour: purple`, 'colour: green')],
  ['streak.never', progress('streak: [{ colour: blue, periods: 2, becomes: red }]')],
  ['streak.empty', progress('streak: [{ colour: red, periods: 2 }]')],
  [
    'streak.repeated',
    progress(
      'streak: [{ colour: green, periods: 2, becomes: red }, { colour: green, periods: 2, becomes: red }]',
    ),
  ],
  ['streak.order', progress('streak: [{ colour: red, periods: 2, becomes: green }]')],
  ['ref.colour', progress('streak: [{ colour: green, periods: 2, becomes: purple }]')],
  ['ref.colour', progress('exempt: { approvedBy: leader, colour: purple }')],
  [
    'light.of',
    `${OF_UNIT}lists: [key]\n${bands('{ kind: value, of: { indicator: fai, value: growth } }', '5%')}`,
  ],
  [
    'light.of',
    `of: jurisdiction\nunits: { kind: [town] }\n${bands('{ kind: value, of: { indicator: fai, value: growth } }', '5%')}`,
  ],
]
