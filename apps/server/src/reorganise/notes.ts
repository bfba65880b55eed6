import { fillMessage } from '@guatu/contract'
import type { ReorganiseNote } from '@guatu/domain'

const MESSAGES: Readonly<Record<ReorganiseNote['code'], { readonly zh: string; readonly en: string }>> = {
  'months-dropped': {
    zh: '清单“{list}”：两个项目中只有一个报有分月计划，合并后按清单曲线分摊，应完成数会变化。',
    en: 'List “{list}”: only one of the two has months of its own; together they follow the list’s curve, so the plan to date changes.',
  },
  'nature-differs': {
    zh: '清单“{list}”：两个项目建设性质不同，合并后按留存项目的性质统计。',
    en: 'List “{list}”: the two differ in nature; together they count as the one that stays.',
  },
  'figures-wait': {
    zh: '{period} 尚未结束，完成数要到该期报送时才能填写；在此之前只计留存项目原有的数。',
    en: '{period} has not ended: what was done can be entered only with its return. Until then only the remaining project’s own figures count.',
  },
  'head-ends': {
    zh: '{person}不再担任单位负责人，其岗位转入新单位。',
    en: '{person} heads no unit any more; the post itself moves.',
  },
  'post-held': {
    zh: '{person}在新单位已有同样的岗位，原岗位结束。',
    en: '{person} holds that post in the other unit already; the one here ends.',
  },
}

/** With the names of lists and people in place of their ids. */
export function noteView({ code, params }: ReorganiseNote, nameOf: (id: string) => string) {
  const named = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, key === 'period' ? value : nameOf(String(value))]),
  )
  const { zh, en } = MESSAGES[code]
  return { code, zh: fillMessage(zh, named), en: fillMessage(en, named) }
}
