import type { Facts, MembershipFact, Nature } from '@guatu/domain'
import type { Day, Minor } from '@guatu/kernel'
import { byWeights, fill, months, sum, uneven, WAN, yi } from './amounts.ts'
import { namer, PROBLEMS, SECTORS, type Sector } from './names.ts'
import { demoFacts, numbered, type Place, reports } from './place.ts'
import { type Course, cumulative, type Draft, returnsOf, weeklyReturnsOf } from './project.ts'
import { type Random, random } from './random.ts'

const YEAR = 2023
/** Months seen by the business date. */
const MONTHS = 6
/** Weeks since the plan is in force that have ended by then. */
const WEEKS = [20, 21, 22, 23, 24, 25].map(week => `${YEAR}-W${week}`)

const TOWNS = [
  { id: 'xiongguan', name: '雄关街道' },
  { id: 'gangcheng', name: '钢城街道' },
  { id: 'xincheng', name: '新城镇' },
  { id: 'yuquan', name: '峪泉镇' },
  { id: 'wenshu', name: '文殊镇' },
]
const BUREAUS: readonly [string, string][] = [
  ['city-dr', '市发展改革委'],
  ['inspection', '市政府督查室'],
  ['statistics', '市统计局'],
  ['water', '市水务局'],
  ['industry', '市工信局'],
  ['education', '市教育局'],
  ['transport', '市交通运输局'],
  ['agriculture', '市农业农村局'],
  ['housing', '市住建局'],
  ['health', '市卫生健康委'],
  ['culture-tourism', '市文旅局'],
  ['real-estate-service', '市房产服务中心'],
  ['industrial-park', '工业园区管委会'],
  ['finance', '市财政局'],
]
const LEADERS = ['市领导甲', '市领导乙', '市领导丙', '市领导丁', '市领导戊', '市领导己', '市领导庚']
const PLACE: Place = {
  jurisdiction: 'jiayuguan',
  government: { id: 'city', name: '嘉峪关市人民政府' },
  bureaus: BUREAUS,
  towns: TOWNS,
  owners: [
    ['build-group', '示例建投集团'],
    ['steel-group', '示例钢铁集团'],
  ],
}

const INDUSTRY: Sector = {
  name: '产业',
  lead: 'industry',
  works: [
    '新材料生产线',
    '装备制造车间',
    '光伏配套支架',
    '铝制品深加工',
    '储能电站',
    '固废综合利用',
    '冷链物流园',
    '戈壁农业大棚',
  ],
}
const ESTATE: Sector = {
  name: '房地产',
  lead: 'real-estate-service',
  works: ['住宅小区', '商住楼', '安置住房'],
}

/** Named in the plan; the figures beside the names are made up. */
const MAJOR: readonly [name: string, sector: string, nature: Nature][] = [
  ['索通770MW光伏发电', '能源', 'continuing'],
  ['甘肃嘉唐氧化铝生产', '工业', 'new'],
  ['碳钢薄板厂产品结构优化升级热轧酸洗板镀锌铝镁', '工业', 'continuing'],
  ['高新技术产业开发区基础设施配套', '园区', 'new'],
  ['本部12号焦炉优化升级', '工业', 'continuing'],
  ['炼铁厂烧结机工艺装备三化升级改造', '工业', 'new'],
  ['嘉峪关机场改扩建', '交通', 'continuing'],
  ['炼铁工艺装备三化升级改造', '工业', 'new'],
  ['储运部嘉东料场绿色智能化改造', '工业', 'continuing'],
  ['索通20万吨锂电池高端负极材料及配套', '工业', 'continuing'],
]

interface Plan {
  readonly annual?: Minor
  /** Four quarters that sum to the year; none: the list's curve. */
  readonly quarters?: readonly Minor[]
  readonly total: Minor
  readonly nature: Nature
  readonly plannedStart?: Day
  readonly lists: string[]
  readonly sector: Sector
  readonly name?: string
}

/** Lists of 10, 44, 75, 105 and 9 with the totals and quarters of the plan, at the end of June. */
export function jiayuguan(): Facts {
  const dice = random(2023_06_30)
  const plans = [...plannedByQuarter(dice), ...government(dice), ...estate(dice)]
  const name = namer(TOWNS, dice)
  const drafts = plans.map((plan, index) => draft(index, plan, name, dice))
  return demoFacts(
    PLACE,
    drafts,
    reports('fai', {
      '2023-04': { amount: yi(21.48), growth: '9.6%' },
      '2023-05': { amount: yi(33.05), growth: '10.7%' },
    }),
  )
}

const quarters = (...amounts: number[]) => amounts.map(yi)
const date = (month: number, dice: Random) =>
  `${YEAR}-${String(month).padStart(2, '0')}-${String(dice.between(3, 26)).padStart(2, '0')}`
const earlier = (dice: Random) => `2022-0${dice.between(3, 9)}-15`
const total = (annual: Minor, dice: Random) => Math.round((annual / WAN) * (dice.between(12, 40) / 10)) * WAN

/**
 * Provincial key (44), province-listed (10) and the backed projects. Three province-listed ones are provincial key too,
 * ten provincial key ones stand on the industry list, all of both are backed by city leaders with 14 more of industry.
 */
function plannedByQuarter(dice: Random): Plan[] {
  const keyContinuing = block(17, quarters(1.3, 6.3, 8.2, 3.8), dice)
  const keyNew = [
    ...block(10, quarters(0.25, 4.2, 8, 5), dice).map(one => ({
      ...one,
      start: date(dice.between(4, 6), dice),
    })),
    ...block(11, quarters(0, 0, 6.75, 8), dice).map(one => ({
      ...one,
      start: date(dice.between(7, 9), dice),
    })),
    ...block(6, quarters(0, 0, 0, 5.2), dice).map(one => ({
      ...one,
      start: date(dice.between(10, 12), dice),
    })),
  ]
  const shared = [...keyContinuing.slice(0, 2), ...keyNew.slice(0, 1)]
  const ofMajor = (nature: Nature) =>
    shared.filter((_, index) => (index < 2 ? 'continuing' : 'new') === nature).map(one => one.annual)
  const alone = [
    ...uneven(yi(35.4) - sum(ofMajor('continuing')), 4, dice),
    ...uneven(yi(20) - sum(ofMajor('new')), 3, dice),
  ]
  const backed = yi(157.1) - yi(57) - sum(alone)
  const extra = uneven(backed, 14, dice)
  const rows = [...alone, ...extra]
  const spread = fill(rows, quarters(11.05, 54.9, 22.75, 11.4))
  const quartersOf = (index: number) => spread[index] ?? []

  const key = [
    ...keyContinuing.map(one => ({ ...one, nature: 'continuing' as const, start: earlier(dice) })),
    ...keyNew.map(one => ({ ...one, nature: 'new' as const })),
  ].map(({ annual, quarters, nature, start }, index): Plan => {
    const major = index < 2 || index === 17
    const industrial = !major && index % 4 === 1
    const lists = [
      ...(major ? ['province-major'] : []),
      'provincial-key',
      ...(industrial ? ['industry'] : []),
    ]
    const sector = industrial || major ? INDUSTRY : dice.pick(SECTORS)
    return {
      annual,
      quarters,
      nature,
      plannedStart: start,
      total: total(annual, dice),
      sector,
      lists: [...lists, 'city-backed'],
    }
  })
  const major = alone.map((annual, index): Plan => {
    const nature = index < 4 ? 'continuing' : 'new'
    return {
      annual,
      quarters: quartersOf(index),
      nature,
      plannedStart: nature === 'new' ? date(dice.between(4, 6), dice) : earlier(dice),
      total: total(annual, dice),
      sector: INDUSTRY,
      lists: ['province-major', 'city-backed'],
    }
  })
  const industrial = key.filter(one => one.lists.includes('industry'))
  const more = extra.map((annual, index): Plan => {
    const nature = index % 2 === 0 ? 'continuing' : 'new'
    const start = nature === 'new' ? date(dice.between(3, 5), dice) : earlier(dice)
    const lists = ['industry', 'city-backed']
    return {
      annual,
      quarters: quartersOf(alone.length + index),
      nature,
      plannedStart: start,
      total: 0,
      sector: INDUSTRY,
      lists,
    }
  })
  return [
    ...named(key, major),
    ...industry([...industrial, ...more], dice).filter(one => !industrial.includes(one)),
  ]
}

function block(count: number, columns: readonly Minor[], dice: Random) {
  const annual = uneven(sum(columns), count, dice)
  const rows = fill(annual, columns)
  return annual.map((amount, index) => ({ annual: amount, quarters: rows[index] ?? [] }))
}

/** Gives the ten province-listed ones the plan's names, continuing to continuing and new to new. */
function named(key: readonly Plan[], major: readonly Plan[]): Plan[] {
  const names = { continuing: [] as string[], new: [] as string[], preparatory: [] as string[] }
  for (const [name, , nature] of MAJOR) names[nature].push(name)
  return [...key, ...major].map(plan =>
    plan.lists.includes('province-major') ? { ...plan, name: names[plan.nature].shift() } : plan,
  )
}

/** Fills the industry list up to 105 projects, 138.4 亿元 of the year and 584.1 亿元 in all. */
function industry(given: readonly Plan[], dice: Random): Plan[] {
  const preparatory = 8
  const count = 105 - given.length - preparatory
  const annual = uneven(yi(138.4) - sum(given.map(one => one.annual ?? 0)), count, dice)
  const known = sum(given.map(one => one.total))
  const open = given.filter(one => one.total === 0)
  const least = [
    ...open.map(one => one.annual ?? 0),
    ...annual,
    ...Array.from({ length: preparatory }, () => 0),
  ]
  const more = uneven(yi(584.1) - known - sum(least), least.length, dice)
  const totals = least.map((amount, index) => amount + (more[index] ?? 0))
  const added = annual.map((amount, index): Plan => {
    const nature = index % 2 === 0 ? 'continuing' : 'new'
    const plannedStart = nature === 'new' ? date(dice.between(3, 10), dice) : earlier(dice)
    return {
      annual: amount,
      nature,
      plannedStart,
      total: totals[open.length + index] ?? 0,
      sector: INDUSTRY,
      lists: ['industry'],
    }
  })
  const later = totals
    .slice(open.length + count)
    .map((amount): Plan => ({ nature: 'preparatory', total: amount, sector: INDUSTRY, lists: ['industry'] }))
  const priced = given.map(one => (one.total === 0 ? { ...one, total: totals[open.indexOf(one)] ?? 0 } : one))
  return [...priced, ...added, ...later]
}

function government(dice: Random): Plan[] {
  const sectors = SECTORS.filter(one => one.name !== '工业')
  const part = (count: number, nature: Nature, all: number, year?: number): Plan[] => {
    const annual = year === undefined ? undefined : uneven(yi(year), count, dice)
    const more = uneven(yi(all) - sum(annual ?? []), count, dice)
    return more.map((rest, index) => ({
      annual: annual?.[index],
      nature,
      total: rest + (annual?.[index] ?? 0),
      plannedStart:
        nature === 'new'
          ? date(index % 5 < 3 ? 3 : 6, dice)
          : nature === 'continuing'
            ? earlier(dice)
            : undefined,
      sector: dice.pick(sectors),
      lists: ['government'],
    }))
  }
  return [
    ...part(22, 'continuing', 25.5, 6.2),
    ...part(40, 'new', 57.4, 20.9),
    ...part(13, 'preparatory', 8.5),
  ]
}

function estate(dice: Random): Plan[] {
  const annual = uneven(yi(12), 9, dice)
  const more = uneven(yi(66.4) - yi(12), 9, dice)
  return annual.map((amount, index) => ({
    annual: amount,
    nature: index < 5 ? 'continuing' : 'new',
    plannedStart: index < 5 ? earlier(dice) : date(dice.between(3, 8), dice),
    total: amount + (more[index] ?? 0),
    sector: ESTATE,
    lists: ['real-estate'],
  }))
}

function draft(index: number, plan: Plan, name: ReturnType<typeof namer>, dice: Random): Draft {
  const id = numbered('jyg', index)
  const given = name(plan.sector)
  const own = ownMonths(plan)
  const membership = (list: string): MembershipFact => ({
    project: id,
    list,
    year: YEAR,
    nature: plan.nature,
    annualPlan: plan.annual,
    monthPlans: own,
    plannedStart: plan.plannedStart,
  })
  const started = begun(plan, dice)
  const pace = dice.pick([45, 70, 85, 96, 100, 104, 108, 112, 118])
  const planned = own ?? months([1, 1, 1, 1].map(() => Math.floor((plan.annual ?? 0) / WAN / 4) * WAN))
  const done = planned
    .slice(0, MONTHS)
    .map((amount, month) =>
      active(plan, started, month + 1) ? Math.floor(((amount / WAN) * pace) / 100) * WAN : 0,
    )
  const idle =
    started === undefined && plan.plannedStart !== undefined && plan.plannedStart <= `${YEAR}-06-30`
  const leader = plan.lists.includes('city-backed') ? dice.pick(LEADERS) : undefined
  const course: Course = {
    year: YEAR,
    invested: cumulative(done),
    startedOn: started,
    restsUntil: plan.nature === 'continuing' ? dice.between(1, 2) : 0,
    problem: idle || pace < 80 ? dice.pick(PROBLEMS) : undefined,
    late: index % 31 === 12,
  }
  return {
    project: {
      id,
      name: plan.name ?? given.name,
      leadUnit: plan.sector.lead,
      ownerUnit: plan.sector === INDUSTRY ? 'steel-group' : 'build-group',
      townUnit: given.town,
      leader,
      sector: MAJOR.find(([one]) => one === plan.name)?.[1] ?? plan.sector.name,
      place: TOWNS.find(one => one.id === given.town)?.name,
      totalInvest: plan.total,
      plannedStart: plan.plannedStart,
      synthetic: true,
    },
    memberships: plan.lists.map(membership),
    returns: [...returnsOf(id, course), ...(isWeekly(plan) ? weeklyReturnsOf(id, course, WEEKS) : [])],
  }
}

/** 政府投资项目和省列新开工项目按周调度。 */
const isWeekly = ({ lists, nature }: Plan) =>
  lists.includes('government') || (lists.includes('province-major') && nature === 'new')

/** By quarter as the plan prints it; a new project elsewhere from the month of its start on; else the list's curve. */
function ownMonths({ quarters, nature, annual, plannedStart }: Plan): Minor[] | undefined {
  if (quarters) return months(quarters)
  if (nature !== 'new' || annual === undefined || plannedStart === undefined) return undefined
  const first = Number(plannedStart.slice(5, 7))
  return byWeights(
    annual,
    Array.from({ length: 12 }, (_, index) => (index + 1 < first ? 0 : index + 1 === first ? 1 : 2)),
  )
}

/** When work began: a continuing project long ago, a new one about its planned day, a tenth of them not yet. */
function begun(plan: Plan, dice: Random): Day | undefined {
  if (plan.nature === 'continuing') return plan.plannedStart
  const planned = plan.plannedStart
  const chance = dice.next()
  if (plan.nature === 'preparatory' || planned === undefined || planned > `${YEAR}-06-30` || chance < 0.12)
    return undefined
  return chance < 0.3 && planned < `${YEAR}-06-01` ? `${planned.slice(0, 6)}6-2${planned.slice(9)}` : planned
}

/** Money flows while work goes on; the early work of key projects before their start counts as printed in the plan. */
function active(plan: Plan, started: Day | undefined, month: number): boolean {
  if (started === undefined) return plan.lists.includes('provincial-key')
  return (
    started.slice(0, 7) <= `${YEAR}-${String(month).padStart(2, '0')}` ||
    plan.lists.includes('provincial-key')
  )
}
