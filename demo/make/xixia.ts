import type { Facts, MembershipFact } from '@guatu/domain'
import { byWeights, uneven, WAN, yi } from './amounts.ts'
import { namer, PROBLEMS, SECTORS } from './names.ts'
import { demoFacts, numbered, type Place, reports } from './place.ts'
import { cumulative, type Draft, returnsOf } from './project.ts'
import { type Random, random } from './random.ts'

const YEAR = 2023
/** Under construction, of which slow; not started. The split over lists is made up. */
const BUILDING = 63
const SLOW = 30
const NOT_STARTED = 17
/** How far apart the seasons are: share of each month from January to October in what is done. */
const COURSE = [1, 1, 6, 11, 13, 14, 14, 14, 14, 12]

const TOWNS = [
  { id: 'xihuayuan', name: '西花园路街道' },
  { id: 'beijingxi', name: '北京西路街道' },
  { id: 'wenchang', name: '文昌路街道' },
  { id: 'shuofang', name: '朔方路街道' },
  { id: 'ninghua', name: '宁华路街道' },
  { id: 'helanshan', name: '贺兰山西路街道' },
  { id: 'huaiyuan', name: '怀远路街道' },
  { id: 'xingjing', name: '兴泾镇' },
  { id: 'zhenbeibu', name: '镇北堡镇' },
]
const BUREAUS: readonly [string, string][] = [
  ['development-reform', '发展和改革局'],
  ['inspection', '政府督查室'],
  ['statistics', '统计局'],
  ['education', '教育局'],
  ['industry', '科学技术和工业信息化局'],
  ['housing', '住房城乡建设和交通局'],
  ['agriculture', '农业农村和水务局'],
  ['culture-tourism', '文化旅游体育广电局'],
  ['health', '卫生健康局'],
  ['finance', '财政局'],
  ['natural-resources', '自然资源局'],
  ['approval', '审批服务管理局'],
]
/** In this district one bureau has housing and transport, one farming and water. */
const LEADS: Readonly<Record<string, string>> = { transport: 'housing', water: 'agriculture' }
const LEADERS = ['区领导甲', '区领导乙', '区领导丙', '区领导丁', '区领导戊']

const PLACE: Place = {
  jurisdiction: 'xixia',
  government: { id: 'district', name: '西夏区人民政府' },
  bureaus: BUREAUS,
  towns: TOWNS,
  owners: [['guokong', '示例国控公司']],
}

/** 63 projects under construction, 30 of them slow, and 17 not started; 72 of the 80 are of the two batches. */
export function xixia(): Facts {
  const dice = random(2023_11_15)
  // Largest first: those not started are the small ones.
  const plans = uneven(yi(42.6), BUILDING + NOT_STARTED, dice).sort((a, b) => b - a)
  const name = namer(TOWNS, dice)
  const drafts = plans.map((plan, index) => draft(index, plan, name, dice))
  return demoFacts(PLACE, [...drafts, ...SIGNED.map((_, index) => signed(index))], REPORTED)
}

const REPORTED = [
  ...reports('fai', {
    '2023-09': { amount: yi(108.26), growth: '8.4%' },
    '2023-10': { amount: yi(121.73), growth: '9.1%' },
  }),
  ...reports('fai-own', { '2023-10': { amount: yi(41.85), growth: '8.7%' } }),
  ...reports('attracted', { '2023-10': { amount: yi(71.4) } }),
  ...reports('arrival', { '2022-12': { rate: '38.6%' }, '2023-10': { rate: '41.2%' } }),
  ...reports('reserve', { '2023-10': { amount: yi(168.3) } }),
  ...reports('next-half', { '2023-10': { amount: yi(46.7) } }),
  ...reports('next-year', { '2023-10': { amount: yi(83.1) } }),
  ...reports('city-average', { '2023-10': { rate: '88.4%' } }),
]

/** Signed at fairs and not landed: nothing but a name and a sum. Six of those that have landed are among the others. */
const SIGNED = [
  '大宗固废循环利用基地',
  '信创产品适配中心',
  '软件研发园',
  '葡萄酒文旅综合体',
  '预制食品工厂',
  '储能电池组装线',
]
function signed(index: number): Draft {
  const id = numbered('xx', BUILDING + NOT_STARTED + index)
  return {
    project: {
      id,
      name: `签约意向${SIGNED[index]}`,
      leadUnit: 'industry',
      sector: '产业',
      totalInvest: yi(2 + index),
      synthetic: true,
    },
    memberships: [{ project: id, list: 'fairs', year: YEAR }],
    returns: [{ project: id, period: `${YEAR}-10`, figures: { stage: 'reserve' } }],
  }
}

/** Lists of the plan beyond the two that all projects are drawn from; how they overlap is made up. */
function moreLists(index: number): string[] {
  return [
    ...(index % 9 === 2 && index < BUILDING ? ['regional-start'] : []),
    ...(index % 7 === 3 ? ['city-first'] : []),
    ...(index % 8 === 5 ? ['budget', 'budget-bonds'] : []),
    ...(index % 8 === 1 ? ['budget-bonds'] : []),
    ...(index % 14 === 6 ? ['fairs'] : []),
  ]
}

/** Percent of the plan to the end of October: the slow ones under 85, a dozen of them under 65. */
function pace(index: number, dice: Random): number {
  if (index >= BUILDING) return 0
  if (index % 21 < SLOW / 3) return index % 5 < 2 ? dice.between(30, 64) : dice.between(66, 84)
  return dice.between(88, 112)
}

function draft(index: number, plan: number, name: ReturnType<typeof namer>, dice: Random): Draft {
  const id = numbered('xx', index)
  const sector = dice.pick(SECTORS)
  const { name: title, town } = name(sector)
  const started = index < BUILDING
  const continuing = index % 3 === 0 && started
  const day = String(dice.between(3, 27)).padStart(2, '0')
  const plannedStart = continuing
    ? `2022-0${dice.between(3, 9)}-${day}`
    : `2023-0${dice.between(3, 6)}-${day}`
  const due = `2023-${index % 4 === 0 ? '11-10' : `0${dice.between(5, 9)}-${day}`}`
  const ratio = pace(index, dice)
  const done = Math.round(((plan / WAN) * 10 * ratio) / 1200) * WAN
  const shares = COURSE.map((share, at) =>
    continuing || `2023-${String(at + 1).padStart(2, '0')}` >= plannedStart.slice(0, 7) ? share : 0,
  )
  const membership = (list: string): MembershipFact => ({
    project: id,
    list,
    year: YEAR,
    nature: continuing ? 'continuing' : 'new',
    annualPlan: plan,
  })
  return {
    project: {
      id,
      name: title,
      leadUnit: LEADS[sector.lead] ?? sector.lead,
      ownerUnit: 'guokong',
      townUnit: town,
      leader: dice.pick(LEADERS),
      sector: sector.name,
      place: TOWNS.find(one => one.id === town)?.name,
      totalInvest: Math.round((plan / WAN) * (dice.between(11, 30) / 10)) * WAN,
      plannedStart: started ? plannedStart : due,
      synthetic: true,
    },
    memberships: [
      ...(index % 10 === 9 ? [] : [membership('own-batches')]),
      membership('pushed'),
      ...moreLists(index).map(membership),
    ],
    returns: returnsOf(id, {
      year: YEAR,
      invested: started ? cumulative(byWeights(done, shares)) : COURSE.map(() => 0),
      startedOn: started ? plannedStart : undefined,
      restsUntil: continuing ? dice.between(1, 3) : 0,
      problem: !started || ratio < 70 ? dice.pick(PROBLEMS) : undefined,
      late: index % 21 === 3,
    }),
  }
}
