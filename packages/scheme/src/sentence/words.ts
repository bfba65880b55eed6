export type Lang = 'zh' | 'en'
type Words = Readonly<Record<string, readonly [zh: string, en: string]>>

const FIGURES: Words = {
  'invest-ytd': ['本年累计完成投资', 'investment done this year'],
  'invest-total': ['自开工累计完成投资', 'investment done since the start'],
  'paid-ytd': ['本年累计付款', 'paid this year'],
  'stat-ytd': ['本年统计投资', "this year's statistics figure"],
  'started-on': ['开工', 'a start'],
  'completed-on': ['竣工', 'completion'],
  'annual-plan': ['年度计划', "the year's plan"],
  'plan-to-date': ['同期应完成', 'the plan to date'],
  'total-invest': ['总投资', 'total investment'],
  'planned-start': ['计划开工日', 'the planned start'],
  'planned-completion': ['计划竣工日', 'the planned completion'],
  stage: ['阶段', 'the stage'],
  progress: ['形象进度', 'the state of the works'],
  problem: ['存在问题', 'problems'],
  sector: ['行业', 'the sector'],
  'fund-source': ['资金来源', 'the fund source'],
  place: ['建设地点', 'the place'],
  leader: ['包抓领导', 'the leader'],
  'lead-unit': ['责任单位', 'the responsible unit'],
  'owner-unit': ['项目单位', "the project's owner"],
  'town-unit': ['所在镇街', 'the town'],
}
const VALUES: Words = {
  growth: ['增速', 'growth'],
  amount: ['总量', 'amount'],
  expected: ['预期', 'expected'],
  done: ['完成数', 'done'],
  set: ['下达数', 'set'],
  progress: ['进度', 'progress'],
  score: ['得分', 'score'],
  'year-share': ['占全年任务', "share of the year's task"],
}
const ACTIONS: Words = {
  remind: ['发提醒函', 'a reminder letter'],
  'listed-supervision': ['挂牌督办', 'listed supervision'],
  supervise: ['督办', 'supervision'],
  talk: ['约谈', 'an interview'],
  criticise: ['通报批评', 'circulated criticism'],
  replace: ['替换项目', 'replacement of the project'],
  replan: ['调整计划', 'a change of plan'],
}
const POSTS: Words = {
  dispatcher: ['调度岗', 'the dispatcher'],
  inspector: ['督查岗', 'the inspector'],
  leader: ['包抓领导', 'the leader'],
}
const NATURES: Words = {
  continuing: ['续建', 'continuing'],
  new: ['新建', 'new'],
  preparatory: ['预备', 'preparatory'],
}
const EVERY: Words = {
  year: ['每年', 'Yearly'],
  half: ['每半年', 'Half-yearly'],
  quarter: ['每季度', 'Quarterly'],
  month: ['每月', 'Monthly'],
  'half-month': ['每半月', 'Half-monthly'],
  'ten-days': ['每旬', 'Every ten days'],
  week: ['每周', 'Weekly'],
  day: ['按通知', 'On call'],
}
const DOES: Words = {
  dispatch: ['调度', 'dispatch'],
  count: ['统计', 'count'],
  bulletin: ['通报', 'bulletin'],
  assessment: ['考核', 'assessment'],
  inspection: ['督查', 'inspection'],
  report: ['报告', 'report'],
  meeting: ['开会推进', 'meeting'],
}
const STAGES: Words = {
  plan: ['谋划', 'planned'],
  reserve: ['储备', 'in reserve'],
  prepare: ['前期', 'in preparation'],
  started: ['开工', 'started'],
  completed: ['竣工', 'completed'],
  operating: ['投产', 'operating'],
  paused: ['暂停', 'paused'],
  withdrawn: ['退出', 'withdrawn'],
}
const UNIT_KINDS: Words = {
  bureau: ['部门', 'department'],
  town: ['镇街', 'town'],
  enterprise: ['项目单位', 'project unit'],
  office: ['本级政府', 'government office'],
}
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

const PERIODS: Words = {
  year: ['年', 'year'],
  half: ['半年', 'half-year'],
  quarter: ['季', 'quarter'],
  month: ['月', 'month'],
  'half-month': ['半月', 'half-month'],
  'ten-days': ['旬', 'ten days'],
  week: ['周', 'week'],
  day: ['日', 'day'],
}
const COUNTED: Words = {
  ...PERIODS,
  month: ['个月', 'months'],
  quarter: ['个季度', 'quarters'],
  week: ['周', 'weeks'],
}
const from = (words: Words) => (key: string, lang: Lang) => words[key]?.[lang === 'zh' ? 0 : 1] ?? key
export const valueName = from(VALUES)
export const actionName = from(ACTIONS)
export const postName = from(POSTS)
export const natureName = from(NATURES)
export const periodName = from(PERIODS)
export const periodsName = from(COUNTED)
export const unitKindName = from(UNIT_KINDS)
export const stageName = from(STAGES)
export const figureName = from(FIGURES)
export const everyName = from(EVERY)
export const doesName = from(DOES)

export const nameOf = (thing: { readonly name: string; readonly nameEn: string }, lang: Lang) =>
  lang === 'zh' ? thing.name : thing.nameEn

/** `09-30` → 9月30日, 30 September. */
export function monthDay(text: string, lang: Lang): string {
  const [month = 1, day = 1] = text.split('-').map(Number)
  return lang === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`
}

/** `-20pp` → -20个百分点, `30d` → 30天, `1mo` → 1个月. */
export function limitWords(text: string, lang: Lang): string {
  if (text.endsWith('pp')) return text.replace('pp', lang === 'zh' ? '个百分点' : ' points')
  if (text.endsWith('wd')) return text.replace('wd', lang === 'zh' ? '个工作日' : ' working days')
  if (text.endsWith('mo')) return text.replace('mo', lang === 'zh' ? '个月' : ' months')
  if (text.endsWith('d')) return text.replace('d', lang === 'zh' ? '天' : ' days')
  return lang === 'en' ? text.replace(/[个项家座亩位名次]$/, '').replace('元', ' yuan') : text
}
