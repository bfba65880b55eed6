import { stringify } from 'yaml'

export interface PlanFor {
  /** Of the jurisdiction, and of its plan. */
  readonly id: string
  readonly name: string
  readonly nameEn: string
  /** The bureau that dispatches. */
  readonly office: string
  readonly region?: string
  readonly year: number
}

const COLOURS = [
  {
    id: 'red',
    name: '红',
    nameEn: 'red',
    mark: 'red',
    severity: 3,
    meaning: '严重滞后',
    meaningEn: 'far behind',
  },
  {
    id: 'yellow',
    name: '黄',
    nameEn: 'yellow',
    mark: 'yellow',
    severity: 2,
    meaning: '滞后',
    meaningEn: 'behind',
  },
  {
    id: 'green',
    name: '绿',
    nameEn: 'green',
    mark: 'green',
    severity: 0,
    meaning: '正常',
    meaningEn: 'on course',
  },
]

const SETTINGS = {
  'gap-red': {
    type: 'points',
    default: '-20pp',
    about: '累计完成比应完成少多少个百分点为红灯；自定，可调整',
    aboutEn: 'points behind the plan to date that make a red light; ours, may be changed',
  },
  'gap-yellow': {
    type: 'points',
    default: '-10pp',
    about: '累计完成比应完成少多少个百分点为黄灯；自定，可调整',
    aboutEn: 'points behind the plan to date that make a yellow light; ours, may be changed',
  },
}

const fromProjects = { origin: 'from-projects', caliber: 'dispatch' }
const STARTED = { stage: ['started', 'completed', 'operating'] }
const INDICATORS = [
  {
    id: 'project-count',
    name: '项目数',
    nameEn: 'Projects',
    ...fromProjects,
    shape: 'count',
    of: { count: 'projects' },
  },
  {
    id: 'annual-plan',
    name: '年度计划投资',
    nameEn: "Year's planned investment",
    ...fromProjects,
    shape: 'sum',
    of: { sum: 'annual-plan' },
  },
  {
    id: 'invest-ytd',
    name: '本年累计完成投资',
    nameEn: 'Investment done this year',
    ...fromProjects,
    shape: 'sum',
    of: { sum: 'invest-ytd' },
  },
  {
    id: 'completion-rate',
    name: '年度投资完成率',
    nameEn: "Share of the year's plan done",
    ...fromProjects,
    shape: 'ratio',
    numerator: { sum: 'invest-ytd' },
    denominator: { sum: 'annual-plan' },
  },
  {
    id: 'start-rate',
    name: '开复工率',
    nameEn: 'Started or resumed',
    ...fromProjects,
    shape: 'ratio',
    numerator: { count: 'projects', where: STARTED },
    denominator: { count: 'projects' },
  },
]

/** A plan of no document: one list, the dispatch indicators, a monthly return and one light of progress. */
export function blankPlan({ id, name, nameEn, office, region, year }: PlanFor, listName: string): string {
  return stringify({
    scheme: `${id}-plan`,
    name: `${name}重点项目调度`,
    nameEn: `${nameEn}, key projects`,
    jurisdiction: { id, name, nameEn, ...(region ? { region } : {}) },
    source: {
      title: '尚无工作方案',
      issuer: office,
      issuerEn: office,
      reading: '没有工作方案时的起步设置，不引条款；印发方案后另行录入',
      readingEn:
        'a start without an issued plan; it cites no clause and gives way to the plan once there is one',
    },
    office: { name: office, nameEn: office },
    inForce: { from: `${year}-01-01`, to: `${year}-12-31` },
    colours: COLOURS,
    settings: SETTINGS,
    lists: [{ id: 'key', name: listName, nameEn: 'Key projects', year }],
    indicators: INDICATORS,
    cadences: [
      {
        id: 'monthly-return',
        name: '项目月报',
        nameEn: 'Monthly project return',
        every: 'month',
        does: 'count',
        lists: ['key'],
        dueDays: 5,
        asksReturn: true,
      },
    ],
    lights: [
      {
        id: 'progress',
        name: '投资进度',
        nameEn: 'Investment progress',
        dimension: 'progress',
        measure: { kind: 'gap', of: 'invest-ytd', to: 'plan-to-date', base: 'annual-plan' },
        bands: [
          { below: { setting: 'gap-red' }, colour: 'red' },
          { below: { setting: 'gap-yellow' }, colour: 'yellow' },
          { colour: 'green' },
        ],
      },
    ],
    board: { tiles: ['invest-ytd', 'completion-rate', 'start-rate', 'project-count'] },
  })
}
