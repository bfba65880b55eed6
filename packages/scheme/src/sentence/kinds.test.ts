import { expect, test } from 'vitest'
import { itemsOf } from '../lint/index.ts'
import { small } from '../testing.ts'
import { sentence } from './index.ts'

const UNITS =
  'units: [{ id: u, name: 发改局, nameEn: Development Bureau, kind: bureau, aliases: [发改委] }, { id: w, name: 住建局, kind: bureau }]'

/** The item in both languages. */
function say(kind: string, item: string, settings = {}) {
  const { scheme } = small([
    'indicators:',
    `${UNITS}\n${kind}:\n  - { id: it, name: 事项, nameEn: Matter, ${item} }\nindicators:`,
  ])
  const found = itemsOf(scheme).find(one => one.item.id === 'it')
  if (!found) throw new Error('no item')
  return [
    sentence(found.item, scheme, 'zh', { settings }),
    sentence(found.item, scheme, 'en', { settings }),
  ] as const
}

const TASK =
  'owners: [发改委, 住建局], evidence: 签到表, evidenceEn: sign-in sheets, because: 组织, becauseEn: work'
const DOCUMENT = 'owners: [发改局], kind: special-report, to: 区政府, toEn: the government'
const VISITS = 'kind: visits, role: leader, roleName: 领导, roleNameEn: leaders, every: month'
const CLOCK = 'kind: clock, starts: 收件, startsEn: receipt, ends: 办结, endsEn: settled'
const STEPS =
  'lists: [key], steps: [{ id: land, name: 用地, nameEn: Land, authority: 发改局, limit: { workingDays: 7 }, main: true }, { id: permit, name: 许可, nameEn: Permit, needs: [land] }]'
const PAYMENT = 'kind: payment, goals: [{ rate: 60%, due: 09-30 }, { rate: 90%, due: year-end }]'

test.each<[kind: string, item: string, zh: string, en: string]>([
  [
    'tasks',
    `${TASK}, due: year-end`,
    '事项，由发改委、住建局负责，到年底，以签到表为据。',
    "Matter: Development Bureau, 住建局, by the year's end, shown by sign-in sheets.",
  ],
  [
    'tasks',
    `${TASK}, every: quarter, atLeast: 2`,
    '事项，由发改委、住建局负责，每季度，以签到表为据，不少于2份。',
    'Matter: Development Bureau, 住建局, quarterly, shown by sign-in sheets, at least 2.',
  ],
  [
    'tasks',
    `${TASK}, standing: true`,
    '事项，由发改委、住建局负责，长期坚持，以签到表为据。',
    'Matter: Development Bureau, 住建局, at all times, shown by sign-in sheets.',
  ],
  [
    'documents',
    `${DOCUMENT}, every: month, within: { workingDays: 3 }`,
    '事项，由发改局报送区政府，每月，期末后3个工作日内。',
    'Matter: Development Bureau to the government, monthly, within 3 working days after the period.',
  ],
  [
    'documents',
    `${DOCUMENT}, due: 09-30, atLeast: 2`,
    '事项，由发改局报送区政府，到9月30日，不少于2份。',
    'Matter: Development Bureau to the government, by 30 September, at least 2.',
  ],
  [
    'duties',
    `${VISITS}, atLeast: 2, of: jurisdiction`,
    '领导每月到现场不少于2次。',
    'Leaders on site monthly, at least 2 times.',
  ],
  [
    'duties',
    `${VISITS}, atLeast: 1, of: each-project, lists: [key], where: { nature: [new], stage: [started], plannedStart: by-as-of }`,
    '领导每月到重点中的新建、开工、应开工项目的现场，每个不少于1次。',
    'Leaders on site monthly, at least once at each of the projects of Key (new, started, due to have started).',
  ],
  [
    'duties',
    `${CLOCK}, within: { workingDays: 7 }, pauses: [{ id: p, name: 补正, nameEn: missing papers }]`,
    '自收件起7个工作日内办结，补正的时间不计。',
    'Settled within 7 working days from receipt, not counting time for missing papers.',
  ],
  [
    'duties',
    `${CLOCK}, within: { months: 1 }`,
    '自收件起1个月内办结。',
    'Settled within 1 month from receipt.',
  ],
  [
    'duties',
    'kind: assignment, lists: [key], requires: [{ id: a, name: 领导, nameEn: a leader }, { id: b, name: 单位, nameEn: a unit }]',
    '重点项目都要明确领导、单位。',
    'Projects of Key: each has a leader, a unit.',
  ],
  [
    'duties',
    'kind: matrix, rows: [{ clause: 一, lead: [发改局], with: [住建局] }, { clause: 二, with: [发改局] }]',
    '一由发改局牵头、住建局配合；二由发改局配合。',
    '一 led by Development Bureau, with 住建局; 二 with Development Bureau.',
  ],
  [
    'procedures',
    `${STEPS}, goals: [{ share: 80%, due: 03-31 }, { share: 100%, due: 06-30 }], tolerates: [permit]`,
    '重点项目办理用地（发改局，7个工作日内）、许可（用地之后）；用地办结的项目到3月31日不低于80%，到6月30日不低于100%；许可可容缺受理。',
    'Projects of Key go through Land (Development Bureau, 7 working days), Permit (after Land); done with Land: at least 80% by 31 March, at least 100% by 30 June; Permit may be asked for before what it needs is done.',
  ],
  [
    'procedures',
    `${STEPS.replace(', main: true', '')}, goals: [{ share: 80%, due: 03-31 }]`,
    '重点项目办理用地（发改局，7个工作日内）、许可（用地之后）；全部手续办结的项目到3月31日不低于80%。',
    'Projects of Key go through Land (Development Bureau, 7 working days), Permit (after Land); done with all steps: at least 80% by 31 March.',
  ],
  [
    'funds',
    `${PAYMENT}, base: allocated`,
    '事项：资金已支付占已下达的比例，到9月30日不低于60%，到年底不低于90%。',
    "Matter: paid of the money allocated, at least 60% by 30 September, at least 90% by the year's end.",
  ],
  [
    'funds',
    `${PAYMENT}, base: arrived, cohort: 2022`,
    '事项：2022年资金已支付占已到位的比例，到9月30日不低于60%，到年底不低于90%。',
    "Matter: paid of the 2022 money arrived, at least 60% by 30 September, at least 90% by the year's end.",
  ],
  [
    'funds',
    'kind: pass-on, within: { days: 10 }',
    '事项：资金到位后10日内转拨。',
    'Matter: money is passed on within 10 days of arrival.',
  ],
  [
    'funds',
    'kind: priority, order: [{ id: a, name: 进度灯, nameEn: progress, by: { light: progress }, prefer: high }, { id: b, name: 规模, nameEn: size, by: total-invest, prefer: high }, { id: c, name: 批复, nameEn: approval, by: approval, prefer: present }]',
    '事项：依次按进度灯（高的在先）、规模（高的在先）、批复（有的在先）排序。',
    'Matter: in the order of progress (high first), size (high first), approval (there first).',
  ],
  [
    'funds',
    'kind: grant, per: 入库一个项目, perEn: project stored, gives: [{ id: a, name: 奖励, nameEn: award, amount: 40万元 }, { id: b, name: 额度, nameEn: quota, amount: 300万元 }]',
    '事项：每入库一个项目，给予奖励40万元、额度300万元。',
    'Matter: for each project stored, award 40万元, quota 300万元.',
  ],
  [
    'funds',
    'kind: reserve, of: jurisdiction, atLeast: 1亿元',
    '事项：本级每年安排不少于1亿元。',
    'Matter: the jurisdiction sets aside at least 1亿元 a year.',
  ],
  [
    'funds',
    'kind: reserve, of: { each: town }, atLeast: 2000万元',
    '事项：每个镇街每年安排不少于2000万元。',
    'Matter: each town sets aside at least 2000万元 a year.',
  ],
  [
    'disclosures',
    'lists: [key], from: { figure: total-invest, atLeast: 1000万元 }, channel: 门户网站, channelEn: the website, pieces: [{ id: a, name: 规模, nameEn: scale }, { id: b, name: 合同, nameEn: contract, after: { id: s, name: 签约, nameEn: signing }, within: { workingDays: 7 } }, { id: c, name: 公告, nameEn: notice, after: { id: s, name: 签约, nameEn: signing } }]',
    '总投资1000万元及以上的重点项目，在门户网站公开规模、合同（签约后7个工作日内）、公告（签约当日）。',
    'Projects of Key with total investment of at least 1000万元, public on the website: scale, contract (within 7 working days of signing), notice (on the day of signing).',
  ],
  [
    'disclosures',
    'channel: 公告栏, channelEn: the board, pieces: [{ id: a, name: 规模, nameEn: scale }]',
    '项目，在公告栏公开规模。',
    'Projects, public on the board: scale.',
  ],
])('%s: %s', (kind, item, zh, en) => expect(say(kind, item)).toEqual([zh, en]))

test('a base says what the bureau chose', () => {
  const { scheme } = small(
    [
      'settings:',
      'settings:\n  base: { type: choice, choices: [allocated, arrived], default: allocated, about: 选, aboutEn: pick }',
    ],
    [
      'indicators:',
      `funds:\n  - { id: it, name: 事项, nameEn: Matter, ${PAYMENT}, base: { setting: base } }\nindicators:`,
    ],
  )
  const [fund] = scheme.funds
  if (!fund) throw new Error('no fund')
  expect(sentence(fund, scheme, 'zh')).toContain('占已下达')
  expect(sentence(fund, scheme, 'zh', { settings: { base: 'arrived' } })).toContain('占已到位')
})

test('every item of a plan has a sentence in both languages', () => {
  const { scheme } = small()
  for (const { item } of itemsOf(scheme)) {
    expect(sentence(item, scheme, 'zh')).toMatch(/。$/)
    expect(sentence(item, scheme, 'en')).toMatch(/\.$/)
  }
})
