import type { Facts } from '@guatu/domain'
import { byWeights, sum, uneven, WAN, yi } from './amounts.ts'
import { namer, PROBLEMS, SECTORS } from './names.ts'
import { demoFacts, numbered, type Place, reports } from './place.ts'
import { cumulative, type Draft, returnsOf } from './project.ts'
import { type Random, random } from './random.ts'

const YEAR = 2020
const PROJECTS = 95
const CONTINUING = 55
const NOT_STARTED = 9
const PLAN = yi(115.4)
const DONE = yi(43)
/** Shares of the done amount that fell in January to May. */
const COURSE = [4, 5, 21, 32, 38]

const TOWNS = [
  { id: 'qianyou', name: '乾佑街道' },
  { id: 'yingpan', name: '营盘镇' },
  { id: 'xialiang', name: '下梁镇' },
  { id: 'xiaoling', name: '小岭镇' },
  { id: 'fenghuang', name: '凤凰镇' },
  { id: 'hongyansi', name: '红岩寺镇' },
  { id: 'caoping', name: '曹坪镇' },
  { id: 'xingping', name: '杏坪镇' },
  { id: 'wafangkou', name: '瓦房口镇' },
]
const BUREAUS: readonly [string, string][] = [
  ['development-reform', '发展和改革局'],
  ['inspection', '督查办'],
  ['statistics', '统计局'],
  ['transport', '交通运输局'],
  ['water', '水利局'],
  ['housing', '住房和城乡建设局'],
  ['agriculture', '农业农村局'],
  ['industry', '科技和工业信息化局'],
  ['culture-tourism', '文化和旅游局'],
  ['education', '教育体育局'],
  ['health', '卫生健康局'],
  ['natural-resources', '自然资源局'],
]
const OWNERS: readonly [string, string][] = [
  ['city-investment', '示例城投公司'],
  ['transport-investment', '示例交投公司'],
  ['farm-investment', '示例农投公司'],
]
const LEADERS = ['县领导甲', '县领导乙', '县领导丙', '县领导丁', '县领导戊', '县领导己']

const PLACE: Place = {
  jurisdiction: 'zhashui',
  government: { id: 'county', name: '柞水县人民政府' },
  bureaus: BUREAUS,
  towns: TOWNS,
  owners: OWNERS,
}

/** 95 key projects at the end of May: 86 started or resumed, 43 of 115.4 亿元 done. */
export function zhashui(): Facts {
  const dice = random(2020_05_31)
  const plans = uneven(PLAN, PROJECTS, dice)
  const done = amountsDone(plans, dice)
  const name = namer(TOWNS, dice)
  const drafts = plans.map((plan, index) => draft(index, plan, done[index] ?? 0, name, dice))
  return demoFacts(
    PLACE,
    drafts,
    reports('fai', {
      '2020-03': { amount: yi(15.62), growth: '-6.4%', 'year-share': '16.8%' },
      '2020-04': { amount: yi(29.37), growth: '2.1%', 'year-share': '31.5%' },
    }),
  )
}

const isStarted = (index: number) => index < PROJECTS - NOT_STARTED

/** Nothing where work has not begun; some far behind, some behind; the rest carries what is left. */
function amountsDone(plans: readonly number[], dice: Random): number[] {
  const ratio = plans.map((_, index) => {
    if (!isStarted(index)) return 0
    if (index % 11 === 5) return dice.between(6, 20) / 100
    if (index % 6 === 2) return dice.between(22, 31) / 100
    return undefined
  })
  const fixed = plans.map((plan, index) => Math.round((plan * (ratio[index] ?? 0)) / WAN) * WAN)
  const free = plans.map((plan, index) =>
    ratio[index] === undefined ? Math.round((plan / WAN) * dice.between(85, 115)) : 0,
  )
  const rest = byWeights(DONE - sum(fixed), free)
  return fixed.map((amount, index) => amount + (rest[index] ?? 0))
}

function draft(
  index: number,
  plan: number,
  done: number,
  name: ReturnType<typeof namer>,
  dice: Random,
): Draft {
  const id = numbered('zs', index)
  const sector = dice.pick(SECTORS)
  const { name: title, town } = name(sector)
  const continuing = index < CONTINUING
  const started = isStarted(index)
  const day = String(dice.between(3, 27)).padStart(2, '0')
  const month = started ? dice.between(2, 4) : (index - PROJECTS + NOT_STARTED < 4 ? 4 : 7) + (index % 2)
  const plannedStart = continuing ? `2019-0${dice.between(3, 9)}-${day}` : `2020-0${month}-${day}`
  const startedOn = continuing ? plannedStart : `2020-0${dice.between(Math.max(2, month), 5)}-${day}`
  const late = continuing ? index % 23 === 7 : !started && index % 3 === 0
  const shares = COURSE.map((share, at) => {
    if (late && at === COURSE.length - 1) return 0
    return continuing || `2020-0${at + 1}` >= startedOn.slice(0, 7) ? share + dice.between(0, 4) : 0
  })
  const behind = done / plan < 0.32
  return {
    project: {
      id,
      name: title,
      leadUnit: sector.lead,
      ownerUnit: dice.pick(OWNERS)[0],
      townUnit: town,
      leader: dice.pick(LEADERS),
      sector: sector.name,
      place: TOWNS.find(one => one.id === town)?.name,
      totalInvest: Math.round((plan / WAN) * (dice.between(11, 32) / 10)) * WAN,
      plannedStart,
      plannedCompletion: `${dice.between(2020, 2022)}-12-31`,
      synthetic: true,
    },
    memberships: [
      { project: id, list: 'key', year: YEAR, nature: continuing ? 'continuing' : 'new', annualPlan: plan },
    ],
    returns: returnsOf(id, {
      year: YEAR,
      invested: started ? cumulative(byWeights(done, shares)) : COURSE.map(() => 0),
      startedOn: started ? startedOn : undefined,
      restsUntil: continuing ? dice.between(1, 2) : 0,
      problem: !started || (behind && dice.next() < 0.6) ? dice.pick(PROBLEMS) : undefined,
      late,
    }),
  }
}
