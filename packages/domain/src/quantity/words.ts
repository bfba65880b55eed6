import { own } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'

interface Words {
  readonly zh: string
  readonly en: string
}

const COMMON: Readonly<Record<string, Words>> = {
  'invest-ytd': { zh: '本年累计完成', en: 'invested this year' },
  'invest-total': { zh: '自开工累计完成', en: 'invested since the start' },
  'paid-ytd': { zh: '本年累计支付', en: 'paid this year' },
  'stat-ytd': { zh: '统计口径累计完成', en: 'statistics figure this year' },
  'plan-to-date': { zh: '应完成', en: 'plan to date' },
  'annual-plan': { zh: '年度计划', en: "year's plan" },
  'total-invest': { zh: '总投资', en: 'total investment' },
  'planned-start': { zh: '计划开工日', en: 'planned start' },
  'planned-completion': { zh: '计划竣工日', en: 'planned completion' },
  'started-on': { zh: '实际开工日', en: 'start' },
  'completed-on': { zh: '竣工日', en: 'completion' },
  stage: { zh: '阶段', en: 'stage' },
  'as-of': { zh: '截止日', en: 'as of' },
}

/** What a quantity is called: the common ones by the field's standard terms, a scheme's own fields by their names. */
export function quantityWords(name: string, scheme: Scheme): Words {
  const common = own(COMMON, name)
  if (common) return common
  if (name.startsWith('first.')) {
    const of = quantityWords(name.slice('first.'.length), scheme)
    return { zh: `首次上报的${of.zh}`, en: `first reported ${of.en}` }
  }
  if (name.startsWith('day.')) {
    const [month = '', day = ''] = name.slice('day.'.length).split('-')
    return { zh: `${Number(month)}月${Number(day)}日`, en: name.slice('day.'.length) }
  }
  const field = scheme.fields.find(one => one.id === name)
  return field ? { zh: field.name, en: field.nameEn } : { zh: name, en: name }
}
