import { describe, expect, it } from 'vitest'
import { tried } from '../testing/case.ts'
import { sampleWith } from '../testing/scheme.ts'

const part = (id: string, rest: string) => `      - { id: ${id}, name: ${id}, nameEn: ${id}, ${rest} }`
const SCHEME = sampleWith(`
scores:
  - id: contest
    name: 赛比
    nameEn: Contest
    of: unit
    per: quarter
    base: 10
    most: 120
    groups: [{ id: bonus, name: 加分, nameEn: Bonus, most: 8 }, { id: half, name: 折半, nameEn: Half, weight: 50% }]
    parts:
${part('progress', 'kind: proportional, input: { given: done, as: rate }, points: 60, full: 100%')}
${part('over', 'kind: proportional, input: { given: over, as: rate }, points: 10, full: 100%, most: 15')}
${part('new', 'kind: each, input: { given: new, as: count }, points: 5, most: 12')}
${part('rush', 'kind: each, input: { given: rush, as: count }, points: { taper: [5, 3, 1] }')}
${part('lag', 'kind: per, input: { given: lag, as: rate }, from: 100%, side: under, per: 1pp, points: -0.5, whole: true, least: -5')}
${part('full', 'kind: per, input: { given: lag, as: rate }, base: 100, from: 100%, side: under, per: 1pp, points: -2, whole: true, least: 0')}
${part('size', 'kind: bands, input: { given: sizes, as: money }, bands: [{ below: 1亿元, points: 3 }, { below: 5亿元, points: 6 }, { upTo: 10亿元, points: 10 }, { points: 20 }]')}
${part('type', 'kind: choice, input: { given: types, as: choice }, choices: [{ id: industry, name: 产业, nameEn: Industry, points: 15 }, { id: livelihood, name: 民生, nameEn: Livelihood, points: 8 }]')}
${part('rank', 'kind: rank, input: { given: done, as: rate }, order: high-first, first: [3, 2], last: [-2]')}
${part('blame', 'kind: assessed, input: { given: blame, as: points }, from: -20, to: -5')}
${part('praise', 'kind: each, group: bonus, input: { given: praise, as: count }, points: 3')}
${part('extra', 'kind: each, group: half, input: { given: extra, as: count }, points: 3')}
boards:
  - id: boards
    name: 红黑榜
    nameEn: Boards
    ranks: { score: contest }
    per: quarter
    places:
      - { id: red, name: 红榜, nameEn: Red, top: 2, atLeast: 100%, of: { given: done, as: rate } }
      - { id: black, name: 黑榜, nameEn: Black, bottom: 2, below: 100%, of: { given: done, as: rate } }
`)
const scored = (subject: string, given: string, rest = '') =>
  `{ subject: ${subject}, period: 2023-Q2, given: { ${given} }${rest} }`
const points = (given: string, about: string, expected: string, ...others: string[]) =>
  tried(
    SCHEME,
    `asOf: 2023-06-30\nscore: contest\nabout: ${about}\nrecords: { scored: [${[scored('a', given), ...others].join(', ')}] }\nexpect: ${expected}`,
  )
const gives = (id: string, given: string, expected: number) =>
  expect(points(given, `a/${id}`, `{ points: ${expected} }`)).toMatchObject({ holds: true })

describe('points of one part', () => {
  it.each([
    ['progress', 'done: 50%', 30],
    ['progress', 'done: 100%', 60],
    ['progress', 'done: 130%', 60],
    ['progress', 'done: -10%', 0],
    ['over', 'over: 130%', 13],
    ['over', 'over: 160%', 15],
    ['new', 'new: 2', 10],
    ['new', 'new: 3', 12],
    ['rush', 'rush: 0', 0],
    ['rush', 'rush: 1', 5],
    ['rush', 'rush: 4', 10],
    ['lag', 'lag: 100%', 0],
    ['lag', 'lag: 99.1%', 0],
    ['lag', 'lag: 99%', -0.5],
    ['lag', 'lag: 90.1%', -4.5],
    ['lag', 'lag: 80%', -5],
    ['full', 'lag: 101%', 100],
    ['full', 'lag: 99.01%', 100],
    ['full', 'lag: 99%', 98],
    ['full', 'lag: 50%', 0],
    ['full', 'lag: 49%', 0],
    ['size', 'sizes: [99999999.99元]', 3],
    ['size', 'sizes: [1亿元]', 6],
    ['size', 'sizes: [5亿元]', 10],
    ['size', 'sizes: [10亿元]', 10],
    ['size', 'sizes: [1000000000.01元, 1亿元]', 26],
    ['type', 'types: [industry, livelihood, other]', 23],
    ['blame', 'blame: -30', -20],
    ['blame', 'blame: -7', -7],
    ['blame', 'blame: -1', -5],
    ['blame', 'blame: [-1, -30, -7]', -32],
  ])('%s of %s: %d', (id, given, expected) => gives(id, given, expected))

  it('says why a part gives nothing', () => {
    expect(points('new: 1', 'a/type', '{ points: 0, why: not-given }')).toMatchObject({ holds: true })
    const freed = tried(
      SCHEME,
      `asOf: 2023-06-30\nscore: contest\nabout: a/lag\nrecords: { scored: [${scored('a', 'lag: 50%', ', exempt: [lag]')}] }\nexpect: { points: 0, why: exempt }`,
    )
    expect(freed).toMatchObject({ holds: true })
  })

  const others = [scored('b', 'done: 90%'), scored('c', 'done: 80%'), scored('d', 'done: 70%')]
  it.each([
    ['done: 95%', 3],
    ['done: 90%', 3],
    ['done: 85%', 2],
    ['done: 75%', 0],
    ['done: 70%', -2],
    ['done: 60%', -2],
  ])('by place with %s among 90, 80 and 70 %%: %d', (given, expected) =>
    expect(points(given, 'a/rank', `{ points: ${expected} }`, ...others)).toMatchObject({ holds: true }),
  )
})

describe('points of a subject', () => {
  it('add up base, parts and groups within their bounds', () => {
    expect(points('new: 1, praise: 2, extra: 1', 'a', '{ points: 22.5 }')).toMatchObject({ holds: true })
    expect(points('new: 1, praise: 3, extra: 1', 'a', '{ points: 24.5 }')).toMatchObject({ holds: true })
    expect(points('done: 100%, sizes: [20亿元, 20亿元, 20亿元]', 'a', '{ points: 120 }')).toMatchObject({
      holds: true,
    })
  })
})

describe('a board', () => {
  const of = (asOf: string, expected: string) =>
    tried(
      SCHEME,
      `asOf: ${asOf}\nboard: boards\nrecords: { scored: [${[
        scored('a', 'done: 120%'),
        scored('b', 'done: 100%'),
        scored('c', 'done: 99.99%'),
        scored('d', 'done: 50%'),
        scored('e', 'done: 40%'),
      ].join(', ')}] }\nexpect: ${expected}`,
    )
  it('shows the best that over-fulfil and the worst that fall short', () =>
    expect(of('2023-06-30', '{ red: [a, b], black: [d, e] }')).toMatchObject({ holds: true }))

  it('takes who passes a line, not who only reaches it', () => {
    const [shown] = SCHEME.boards
    if (!shown) throw new Error('no board')
    const over = shown.places.map(({ atLeast, ...place }) => ({ ...place, above: atLeast }))
    const line = tried(
      { ...SCHEME, boards: [{ ...shown, places: over }] },
      `asOf: 2023-06-30\nboard: boards\nrecords: { scored: [${scored('a', 'done: 100.01%')}, ${scored('b', 'done: 100%')}] }\nexpect: { red: [a], black: [] }`,
    )
    expect(line).toMatchObject({ holds: true })
  })

  it('ranks the kinds of a place among each other', () => {
    const [shown] = SCHEME.boards
    const [red] = shown?.places ?? []
    if (!shown || !red) throw new Error('no board')
    const of = (subject: string, kind: string, done: string) =>
      scored(subject, `done: ${done}`, `, kind: ${kind}`)
    const own = tried(
      { ...SCHEME, boards: [{ ...shown, places: [{ ...red, among: ['bureau', 'enterprise'] }] }] },
      `asOf: 2023-06-30\nboard: boards\nrecords: { scored: [${[of('a', 'town', '130%'), of('b', 'bureau', '120%'), of('c', 'enterprise', '110%'), of('d', 'bureau', '105%')].join(', ')}] }\nexpect: { red: [b, c] }`,
    )
    expect(own).toMatchObject({ holds: true })
  })

  it('keeps off the board who is among the best without the figure', () => {
    const two = tried(
      SCHEME,
      `asOf: 2023-06-30\nboard: boards\nrecords: { scored: [${scored('a', 'done: 99%')}, ${scored('b', 'done: 98%')}] }\nexpect: { red: [], black: [a, b] }`,
    )
    expect(two).toMatchObject({ holds: true })
  })
})
