import type { Facts, MembershipFact, Nature, ReturnFact } from '@guatu/domain'
import type { Day, Minor } from '@guatu/kernel'
import { byWeights, uneven, WAN, yi } from './amounts.ts'
import { namer, PROBLEMS, SECTORS, type Sector } from './names.ts'
import { demoFacts, numbered, type Place, reports } from './place.ts'
import { cumulative, type Draft, returnsOf } from './project.ts'
import { type Random, random } from './random.ts'

const YEAR = 2023
/** City key: 33 new with 55 亿元 and 13 continuing with the rest of 95.7 亿元. The others are made up. */
const KEY_NEW = 33
const KEY_CONTINUING = 13
const OTHERS = 24
const IDEAS = 40
/** Share of each month from January to June in what is done. */
const COURSE = [4, 5, 18, 22, 25, 26]
const MONTHS = COURSE.length

const TOWNS = [
  { id: 'chengguan', name: '城关镇' },
  { id: 'jianchi', name: '涧池镇' },
  { id: 'puxi', name: '蒲溪镇' },
  { id: 'pingliang', name: '平梁镇' },
  { id: 'shuangru', name: '双乳镇' },
  { id: 'tiefosi', name: '铁佛寺镇' },
  { id: 'xuanwo', name: '漩涡镇' },
  { id: 'hanyang', name: '汉阳镇' },
  { id: 'shuanghekou', name: '双河口镇' },
  { id: 'guanyinhe', name: '观音河镇' },
]
const PLACE: Place = {
  jurisdiction: 'hanyin',
  government: { id: 'county', name: '汉阴县人民政府' },
  bureaus: [
    ['development-reform', '县发改局'],
    ['inspection', '县狠抓落实办公室'],
    ['statistics', '县统计局'],
    ['transport', '县交通局'],
    ['water', '县水利局'],
    ['housing', '县住建局'],
    ['agriculture', '县农业农村局'],
    ['industry', '县经贸局'],
    ['culture-tourism', '县文旅广电局'],
    ['education', '县教体科技局'],
    ['health', '县卫健局'],
    ['finance', '县财政局'],
    ['natural-resources', '县自然资源局'],
    ['ecology', '市生态环境局汉阴分局'],
    ['attraction', '县招商服务中心'],
    ['approval', '县行政审批局'],
    ['development-zone', '经开区'],
    ['power', '国网汉阴供电公司'],
  ],
  towns: TOWNS,
  owners: [
    ['city-investment', '示例城投公司'],
    ['industry-investment', '示例产投公司'],
    ['private-group', '示例民营集团'],
  ],
}
const LEADERS = ['县领导甲', '县领导乙', '县领导丙', '县领导丁', '县领导戊', '县领导己']
const INDUSTRY: Sector = {
  name: '产业',
  lead: 'industry',
  works: [
    '富硒食品加工',
    '碳基材料生产线',
    '电子元件车间',
    '农产品冷链加工',
    '标准化厂房',
    '装备零部件生产线',
  ],
}
const NETWORKS: readonly Sector[] = [
  ...SECTORS.filter(one => ['交通', '水利', '农业', '文旅', '卫生'].includes(one.name)),
  { name: '电力', lead: 'power', works: ['输变电工程', '农网改造升级'] },
  { name: '通信', lead: 'industry', works: ['通信基站和光缆', '宽带进村工程'] },
  { name: '新基建', lead: 'development-reform', works: ['充电基础设施', '智慧城市平台'] },
]
const IDEA_SECTORS = SECTORS.filter(one => one.name !== '工业')

interface Plan {
  readonly nature: Nature
  readonly annual: Minor
  readonly sector: Sector
  readonly lists: readonly string[]
  readonly started: boolean
}

/** 46 city key projects with 95.7 亿元, 33 of them new with 55 亿元, and others on the lists of the plan, at the end of June. */
export function hanyin(): Facts {
  const dice = random(2023_05_22)
  const key = [
    ...uneven(yi(55), KEY_NEW, dice).map((annual, index) => keyPlan('new', annual, index, dice)),
    ...uneven(yi(40.7), KEY_CONTINUING, dice).map((annual, index) =>
      keyPlan('continuing', annual, index, dice),
    ),
  ]
  const others = uneven(yi(14.3), OTHERS, dice).map((annual, index) => otherPlan(annual, index, dice))
  const name = namer(TOWNS, dice)
  const drafts = [...key, ...others].map((plan, index) => draft(index, plan, name, dice))
  const ideas = uneven(yi(98.6), IDEAS, dice).map((total, index) =>
    idea(drafts.length + index, total, index, name, dice),
  )
  return demoFacts(PLACE, [...drafts, ...ideas], reported)
}

const reported = [
  ...reports('fai', {
    '2022-12': { amount: yi(86.3), growth: '7.2%' },
    '2023-04': { growth: '8.1%' },
    '2023-05': { growth: '9.4%' },
  }),
  ...reports('contribution', { '2022-12': { rate: '38.5%' }, '2023-03': { rate: '39.7%' } }),
  ...reports('fai-private', { '2023-05': { growth: '6.3%' } }),
  ...reports('fai-industry', { '2023-05': { growth: '10.8%' } }),
  ...reports('fai-manufacturing', { '2023-05': { growth: '7.6%' } }),
  ...reports('private-share', { '2022-12': { rate: '41.2%' }, '2023-05': { rate: '40.1%' } }),
  ...reports('new-starts', { '2022-12': { projects: 78 }, '2023-05': { projects: 49 } }),
  ...reports('new-starts-total', { '2022-12': { amount: yi(96.4) }, '2023-05': { amount: yi(71.2) } }),
  ...reports('capital-domestic', { '2023-05': { growth: '11.3%' } }),
  ...reports('bond-issues', { '2023-05': { projects: 7 } }),
  ...reports('bond-funds', { '2023-05': { amount: yi(4.2) } }),
  ...reports('upper-funds', { '2023-05': { amount: yi(9.83) } }),
]

/** Three of the 33 new ones have not begun. */
function keyPlan(nature: Nature, annual: Minor, index: number, dice: Random): Plan {
  const industrial = index % 3 === 0
  const network = !industrial && index % 3 === 1
  return {
    nature,
    annual,
    sector: industrial ? INDUSTRY : dice.pick(network ? NETWORKS : SECTORS),
    started: nature === 'continuing' || index % 11 !== 7,
    lists: [
      'city-key',
      ...(industrial ? ['industry-50m'] : []),
      ...(!industrial && index % 5 === 1 ? ['special-bond'] : []),
      ...(!industrial && index % 5 === 2 ? ['central-budget'] : []),
      ...(network ? ['infrastructure'] : []),
      ...(industrial && index % 2 === 0 ? ['private'] : []),
    ],
  }
}

/** Projects of the county that are not city key: industry, networks and private ones. */
function otherPlan(annual: Minor, index: number, dice: Random): Plan {
  const kind = ['industry-50m', 'infrastructure', 'private'][index % 3] ?? 'private'
  const sector = kind === 'infrastructure' ? dice.pick(NETWORKS) : INDUSTRY
  const bond = kind === 'infrastructure' && index % 2 === 0
  return {
    nature: index % 2 === 0 ? 'new' : 'continuing',
    annual,
    sector,
    started: index !== 6 && index !== 16,
    lists: [...(bond ? ['special-bond'] : []), kind],
  }
}

function draft(index: number, plan: Plan, name: ReturnType<typeof namer>, dice: Random): Draft {
  const id = numbered('hy', index)
  const given = name(plan.sector)
  const plannedStart = startOf(plan, index, dice)
  const pace = dice.pick([22, 27, 33, 38, 43, 46, 48, 51, 54, 57])
  const done = plan.started ? Math.floor(((plan.annual / WAN) * pace) / 100) * WAN : 0
  const shares = COURSE.map((share, month) => (monthText(month) >= plannedStart.slice(0, 7) ? share : 0))
  const invested = cumulative(done === 0 ? COURSE.map(() => 0) : byWeights(done, shares))
  const completes = plan.nature === 'continuing' && plan.lists.includes('industry-50m') && index % 2 === 0
  const funded = plan.lists.some(list => list === 'special-bond' || list === 'central-budget')
  return {
    project: {
      id,
      name: given.name,
      leadUnit: plan.sector.lead,
      ownerUnit: plan.lists.includes('private')
        ? 'private-group'
        : plan.sector === INDUSTRY
          ? 'industry-investment'
          : 'city-investment',
      townUnit: given.town,
      leader: plan.lists.includes('city-key') ? dice.pick(LEADERS) : undefined,
      sector: plan.sector.name,
      place: TOWNS.find(one => one.id === given.town)?.name,
      totalInvest: Math.round((plan.annual / WAN) * (dice.between(12, 30) / 10)) * WAN + yi(0.5),
      plannedStart,
      synthetic: true,
    },
    memberships: plan.lists.map(
      (list): MembershipFact => ({
        project: id,
        list,
        year: YEAR,
        nature: plan.nature,
        annualPlan: plan.annual,
      }),
    ),
    returns: returnsOf(id, {
      year: YEAR,
      invested,
      startedOn: plan.started ? plannedStart : undefined,
      restsUntil: plan.nature === 'continuing' ? dice.between(0, 1) : 0,
      completedOn: completes ? `${YEAR}-06-${dice.between(10, 20)}` : undefined,
      problem: !plan.started || pace < 35 ? dice.pick(PROBLEMS) : undefined,
      also: funded ? funds(plan.annual, invested) : undefined,
      late: index % 17 === 5 ? 1 + (index % 2) : 0,
    }),
  }
}

const monthText = (month: number) => `${YEAR}-${String(month + 1).padStart(2, '0')}`

/** A continuing one began last year; of the new ones that have not begun some were due in May, some fall due later. */
function startOf({ nature, started }: Plan, index: number, dice: Random): Day {
  const day = String(dice.between(3, 26)).padStart(2, '0')
  if (nature === 'continuing') return `2022-0${dice.between(3, 9)}-${day}`
  return started ? `${YEAR}-0${dice.between(2, 5)}-${day}` : `${YEAR}-0${index % 2 === 0 ? 5 : 6}-${day}`
}

/** Half of the year's plan is allotted in March, most of it has arrived by May; paid follows the works. */
function funds(annual: Minor, invested: readonly Minor[]): ReturnFact['figures'][] {
  const share = (amount: Minor, percent: number) => Math.floor(((amount / WAN) * percent) / 100) * WAN
  return Array.from({ length: MONTHS }, (_, month) => ({
    'funds-allotted': month < 2 ? 0 : share(annual, 50),
    'funds-arrived': month < 2 ? 0 : share(annual, month < 4 ? 30 : 45),
    'paid-ytd': share(invested[month] ?? 0, 70),
  }))
}

/** A project that is planned only: on no plan of the year, told of at the end of each quarter. */
function idea(index: number, total: Minor, at: number, name: ReturnType<typeof namer>, dice: Random): Draft {
  const id = numbered('hy', index)
  const sector = dice.pick(IDEA_SECTORS)
  const given = name(sector)
  const stage = at % 3 === 0 ? 'prepare' : at % 3 === 1 ? 'plan' : 'reserve'
  return {
    project: {
      id,
      name: given.name,
      leadUnit: sector.lead,
      townUnit: given.town,
      sector: sector.name,
      place: TOWNS.find(one => one.id === given.town)?.name,
      totalInvest: total,
      synthetic: true,
    },
    memberships: [{ project: id, list: 'ideas', year: YEAR }],
    returns: [
      { project: id, period: `${YEAR}-03`, figures: { stage: 'plan' } },
      { project: id, period: `${YEAR}-06`, figures: { stage } },
    ],
  }
}
