import type { CommonField } from '@guatu/domain'

/** What the common figures of a return are called, on screens and in files. */
export const FIELD_NAMES: Readonly<Record<CommonField, { readonly name: string; readonly nameEn: string }>> =
  {
    'invest-ytd': { name: '本年累计完成投资', nameEn: 'Investment this year' },
    'invest-total': { name: '自开工累计完成投资', nameEn: 'Investment since start' },
    'paid-ytd': { name: '本年累计支付', nameEn: 'Paid this year' },
    'stat-ytd': { name: '本年纳统投资', nameEn: 'Statistics figure this year' },
    stage: { name: '项目阶段', nameEn: 'Stage' },
    'started-on': { name: '实际开工日期', nameEn: 'Started on' },
    'completed-on': { name: '实际竣工日期', nameEn: 'Completed on' },
    progress: { name: '形象进度', nameEn: 'Physical progress' },
    problem: { name: '存在问题', nameEn: 'Problems' },
  }
