import { MONEY_UNITS, moneyText } from '@guatu/kernel'
import type { Words } from './model.ts'

const FIELDS: Readonly<Record<string, Words>> = {
  'invest-ytd': { zh: '本年累计完成投资', en: 'Invested this year' },
  'invest-total': { zh: '自开工累计完成投资', en: 'Invested since the start' },
  'paid-ytd': { zh: '本年累计付款', en: 'Paid this year' },
  'stat-ytd': { zh: '本年统计投资', en: 'Statistics figure of the year' },
  'started-on': { zh: '开工日', en: 'Day of the start' },
  'completed-on': { zh: '竣工日', en: 'Day of completion' },
}
export const fieldWords = (field: string): Words => FIELDS[field] ?? { zh: field, en: field }

const STAGE_WORDS: Readonly<Record<string, Words>> = {
  plan: { zh: '谋划', en: 'planned' },
  reserve: { zh: '储备', en: 'in reserve' },
  prepare: { zh: '前期', en: 'in preparation' },
  started: { zh: '开工', en: 'started' },
  completed: { zh: '竣工', en: 'completed' },
  operating: { zh: '投产', en: 'operating' },
  paused: { zh: '暂停', en: 'paused' },
  withdrawn: { zh: '退出', en: 'withdrawn' },
}
export const stageWords = (stage: string): Words => STAGE_WORDS[stage] ?? { zh: stage, en: stage }

/** `4,255` */
export const count = (whole: number | string) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/** Minor units as 万元, to the last 分 where they are not whole. */
function wan(minor: number): string {
  const [whole = '', parts = ''] = moneyText(minor, MONEY_UNITS.万元, 6).split('.')
  const rest = parts.replace(/0+$/, '')
  return rest ? `${count(whole)}.${rest}` : count(whole)
}
/** `1,200 万元`, the same in both languages: 万元 is the unit of every form. */
export const money = (minor: number) => `${wan(minor)} 万元`

/** An average or a share of a plan, which nobody wrote: with the two decimals that people read. */
export const about = (minor: number) => money(Math.round(minor / SHOWN) * SHOWN)
/** 0.01 万元. */
const SHOWN = MONEY_UNITS.万元 / 100

/** A share as percent with one decimal, for people to read. */
export const percent = (n: number, d: number) => (d === 0 ? '—' : `${Math.round((n / d) * 1000) / 10}%`)
