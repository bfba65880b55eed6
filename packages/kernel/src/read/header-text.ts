export const AMOUNT_UNITS = ['元', '千元', '万元', '百万元', '亿元', 'plain', 'million', '%'] as const
/** `plain`: whole units of the currency; `million`: a million of them. */
export type AmountUnit = (typeof AMOUNT_UNITS)[number]

/** What a figure adds up: one month, the year to date (本年累计), or all since the start of works (自开工累计). */
export type Measure = 'month' | 'year-to-date' | 'since-start'

export interface MonthSpan {
  /** 1 to 12, both inside. */
  readonly from: number
  readonly to: number
}

/** Full and half width alike, without any space, lower case. */
export const compact = (text: string): string =>
  isCompact(text) ? text : text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Most cells are digits, small letters and common Chinese: nothing to be done, and nothing to be copied. */
function isCompact(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const plain =
      (code > 0x20 && code < 0x7f && !(code > 0x40 && code < 0x5b)) || (code > 0x4dff && code < 0x9fa6)
    if (!plain) return false
  }
  return true
}

export interface HeaderText {
  /** The text reduced to what tells one field from another. */
  readonly core: string
  readonly unit?: AmountUnit
  readonly measure?: Measure
  readonly months?: MonthSpan
}

const UNIT = '(亿|百万|万|千)?元|亿|万|%'
const UNIT_IN_HEADER = new RegExp(
  `[(\\[【](?:单位:?|计量单位:?)?(${UNIT})[)\\]】]|[,、:/]?((?:亿|百万|万|千)元|%)$`,
)

export function unitOf(text: string): AmountUnit | undefined {
  const word = compact(text)
  if (word === '亿' || word === '万') return `${word}元`
  return ['元', '千元', '万元', '百万元', '亿元', '%'].includes(word) ? (word as AmountUnit) : undefined
}

export function readHeader(text: string): HeaderText {
  let core = compact(text).replace(/^(?:\d{1,2}[.、]|[一二三四五六七八九十]+、)/, '')
  const unitMatch = UNIT_IN_HEADER.exec(core)
  const unit = unitMatch ? unitOf(unitMatch[1] ?? unitMatch[2] ?? '') : undefined
  if (unit) core = core.replace(UNIT_IN_HEADER, '')
  const time = readTime(core)
  return { ...time, core: sameWords(time.core), ...(unit ? { unit } : {}) }
}

const DASH = '[-—–~至到]+'
const YEAR = '(?:(?:19|20)\\d{2}年|上年|去年)'
const YEAR_END = new RegExp(`截[至止]${YEAR}(?:12月)?[底末]`)
const MONTHS = new RegExp(`(?:截?[至止])?(?:\\d{4}年)?(\\d{1,2})(?:月份?)?${DASH}(\\d{1,2})月(?:份|底|末)?`)
const UNTIL_MONTH = /截[至止到]?(?:\d{4}年)?(\d{1,2})月(?:份|底|末)?/
const ONE_MONTH = /(?<![\d-])(\d{1,2})月份?/
const SINCE_START = /开工(?:以来|至今|累计|建设)|自开工|自开始建设|建设以来|历年/

function readTime(text: string): HeaderText {
  if (YEAR_END.test(text)) return { core: text.replace(YEAR_END, '上年末'), measure: 'since-start' }
  if (SINCE_START.test(text)) return { core: text.replace(UNTIL_MONTH, ''), measure: 'since-start' }
  const range = MONTHS.exec(text)
  if (range) {
    const months = { from: Number(range[1]), to: Number(range[2]) }
    if (months.from === 1) return { core: text.replace(MONTHS, '本年累计'), measure: 'year-to-date', months }
    return { core: text, months }
  }
  const until = UNTIL_MONTH.exec(text)
  if (until) {
    const months = { from: 1, to: Number(until[1]) }
    return { core: text.replace(UNTIL_MONTH, '截至目前'), months }
  }
  if (/自年初|年初至今|本年累计|今年累计|年度累计|年内累计|当年累计/.test(text))
    return { core: text, measure: 'year-to-date' }
  const month = ONE_MONTH.exec(text)
  if (month) return { core: text, measure: 'month', months: { from: Number(month[1]), to: Number(month[1]) } }
  return /本月|当月/.test(text) ? { core: text, measure: 'month' } : { core: text }
}

/** Different words of one meaning, to one of them. Field names go through the same. */
const SAME: readonly [RegExp, string][] = [
  [/(?:19|20)\d{2}年(?:度)?|本年度?(?!累计)|当年度?(?!累计)|今年(?!累计)|年度/g, '年度'],
  [/(?:自年初|年初至今|今年累计|当年累计|年内累计|年度累计|本年累计)(?:以来|至今)?(?:累计)?/g, '本年累计'],
  [/(?:年度)+本年累计(?:累计)?|本年累计累计/g, '本年累计'],
  [/(?:年度)?(?:本月|当月)/g, '本月'],
  [/(?:年度){2,}/g, '年度'],
  [/(\d{1,2})月份/g, '$1月'],
  [/年度(\d{1,2}月)/g, '$1'],
  [/第?([1-4])季度/g, '$1季度'],
  [/第?([一二三四])季度/g, '$1季度'],
  [/1季度/g, '一季度'],
  [/2季度/g, '二季度'],
  [/3季度/g, '三季度'],
  [/4季度/g, '四季度'],
  [/年度([一二三四]季度)/g, '$1'],
  [/(?:计划完成|计划)投资额?|投资计划额?/g, '计划'],
  [/完成投资额?|投资完成额?|完成情况|完成额/g, '完成'],
  [/(?:计划){2,}/g, '计划'],
  [/(?:完成){2,}/g, '完成'],
]

export function sameWords(core: string): string {
  let text = core.replace(/[()（）[\]【】:：,，、/·"'“”*_\-.]/g, '')
  for (const [pattern, word] of SAME) text = text.replace(pattern, word)
  return text
}
