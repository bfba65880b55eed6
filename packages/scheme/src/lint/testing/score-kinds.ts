import type { LintCode } from '../codes.ts'

export const DEALS = `funnels:
  - id: deals
    name: 招商
    nameEn: Deals
    of: deals
    stages: [{ id: signed, name: 签约, nameEn: Signed }, { id: landed, name: 落地, nameEn: Landed }]
    rates: [{ id: landing, name: 落地率, nameEn: Landing, from: signed, to: landed, by: count, atLeast: 50%, due: year-end }]
    groups: [{ id: steel, name: 钢, nameEn: Steel }]
    goals: [{ stage: signed, atLeast: 3个, due: 06-30, each: true }]
    stalls: [{ stage: signed, longerThan: { months: 2 } }]
`
export const LADDER = `actions:
  - id: slips
    name: 督办
    nameEn: Slips
    raisedBy: { lights: [progress], colours: [red] }
    steps:
      - { id: first, name: 一, nameEn: One, by: 局, byEn: Bureau, on: responsible-unit, mendWithin: { days: 9 } }
      - { id: second, name: 二, nameEn: Two, by: 局, byEn: Bureau, on: responsible-unit, colour: red, atOccurrence: 2 }
      - { id: third, name: 三, nameEn: Three, by: 局, byEn: Bureau, on: unit-head, atOccurrence: 3 }
`
export const SCORE = `scores:
  - id: contest
    name: 赛比
    nameEn: Contest
    of: unit
    per: quarter
    groups: [{ id: work, name: 工作, nameEn: Work, weight: 60% }, { id: rest, name: 其余, nameEn: Rest, weight: 40% }]
    parts:
      - { id: done, name: 完成, nameEn: Done, group: work, kind: proportional, input: { given: done, as: rate }, points: 60, full: 100%, least: 0, most: 60 }
      - { id: kind, name: 类型, nameEn: Kind, kind: choice, input: { given: kind, as: choice }, choices: [{ id: a, name: 甲, nameEn: First, points: 1 }] }
      - { id: size, name: 规模, nameEn: Size, kind: bands, input: { given: size, as: money }, bands: [{ below: 1亿元, points: 1 }, { upTo: 2亿元, points: 2 }, { points: 3 }] }
      - { id: lag, name: 滞后, nameEn: Lag, kind: per, input: { indicator: fai, value: growth }, from: 12%, side: under, per: 1pp, points: -1 }
      - { id: red, name: 红灯, nameEn: Red, kind: each, input: { light: progress, colour: red }, points: -2 }
      - { id: blame, name: 批评, nameEn: Blame, kind: assessed, input: { given: blame, as: points }, from: -20, to: -5 }
boards:
  - { id: shown, name: 榜, nameEn: Board, ranks: { score: contest }, per: quarter, places: [{ id: red, name: 红榜, nameEn: Red, top: 3, of: { given: done, as: rate }, atLeast: 100% }] }
`
/** Each mistake with the code that it must raise, and no other. */
export const MISTAKES: readonly (readonly [code: LintCode, items: string, from: string, to: string])[] = [
  ['ref.stage', DEALS, 'to: landed', 'to: lost'],
  ['ref.stage', DEALS, '{ stage: signed, atLeast', '{ stage: lost, atLeast'],
  ['ref.stage', DEALS, '{ stage: signed, longer', '{ stage: lost, longer'],
  ['id.repeated', DEALS, 'nameEn: Landed }', 'nameEn: Landed }, { id: landed, name: 又, nameEn: Again }'],
  ['funnel.projects', DEALS, 'nameEn: Signed }', 'nameEn: Signed, projects: [plan] }'],
  ['funnel.projects', DEALS, 'of: deals', 'of: projects'],
  ['funnel.goal', DEALS, '3个', '3%'],
  ['funnel.groups', DEALS, '[{ id: steel, name: 钢, nameEn: Steel }]', '[]'],
  ['funnel.forward', DEALS, 'from: signed, to: landed', 'from: landed, to: signed'],
  ['funnel.forward', DEALS, 'to: landed', 'to: signed'],
  ['funnel.due', DEALS, ', due: year-end }', ' }'],
  ['ref.setting', DEALS, 'by: count', 'by: { setting: how }'],
  ['setting.type', DEALS, 'by: count', 'by: { setting: red-cut }'],
  ['ref.item', LADDER, 'lights: [progress]', 'lights: [other]'],
  ['ref.colour', LADDER, 'colours: [red]', 'colours: [pink]'],
  ['ref.colour', LADDER, 'colour: red,', 'colour: pink,'],
  ['id.repeated', LADDER, 'id: second', 'id: first'],
  ['ladder.order', LADDER, 'atOccurrence: 3', 'atOccurrence: 2'],
  ['ref.setting', LADDER, '{ days: 9 }', '{ setting: limit }'],
  ['setting.type', LADDER, '{ days: 9 }', '{ setting: red-cut }'],
  ['term.none', LADDER, '{ days: 9 }', '{ days: 0 }'],
  ['ref.setting', SCORE, 'atLeast: 100%', 'above: { setting: line }'],
  ['board.lower', SCORE, 'atLeast: 100%', 'atLeast: 100%, above: 90%'],
  ['score.weights', SCORE, '40%', '39.99%'],
  ['score.weights', SCORE, '40%', '40.01%'],
  ['score.weights', SCORE, ', weight: 40%', ''],
  ['ref.group', SCORE, 'group: work', 'group: other'],
  ['id.repeated', SCORE, 'id: kind', 'id: rest'],
  ['score.bounds', SCORE, 'least: 0, most: 60', 'least: 60, most: 59.99'],
  ['score.bounds', SCORE, 'from: -20, to: -5', 'from: -4, to: -5'],
  ['score.input', SCORE, 'as: choice', 'as: count'],
  ['score.input', SCORE, '{ given: done, as: rate }, points', '{ given: done, as: choice }, points'],
  ['score.zero', SCORE, 'full: 100%', 'full: 0%'],
  ['score.zero', SCORE, 'per: 1pp', 'per: 0pp'],
  ['bands.order', SCORE, 'upTo: 2亿元', 'upTo: 1亿元'],
  ['bands.open', SCORE, ', { points: 3 }', ''],
  ['bands.edge', SCORE, 'below: 1亿元', 'below: 1亿元, upTo: 1亿元'],
  ['ref.indicator', SCORE, 'indicator: fai', 'indicator: other'],
  ['target.value-name', SCORE, 'value: growth', 'value: amount'],
  ['ref.item', SCORE, 'light: progress', 'light: other'],
  ['ref.colour', SCORE, 'colour: red }', 'colour: pink }'],
  ['ref.item', SCORE, 'score: contest', 'score: other'],
  ['board.ends', SCORE, 'top: 3', 'top: 3, bottom: 3'],
]
