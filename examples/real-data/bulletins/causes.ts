import { type Check, gap, judge, starts, type Verdict } from './check.ts'
import { printedRate } from './printed.ts'

/** Why a published figure is not what its row gives; found by hand, each tried by `explains`. */
export type Cause =
  /** The plan is not spread evenly: this share of it was due, in percent. */
  | { readonly kind: 'curve'; readonly share: string; readonly zh: string; readonly en: string }
  /** The rate is over another base. */
  | { readonly kind: 'other-base'; readonly base: string; readonly zh: string; readonly en: string }
  /** No base or curve that the source names gives it. */
  | { readonly kind: 'printed-error'; readonly zh: string; readonly en: string }

const half60 = (share: string): Cause => ({
  kind: 'curve',
  share,
  zh: `按上半年完成60%（每月10%）折算，应完成 ${share}%`,
  en: `spread so that half a year makes 60% (10% a month): ${share}% was due`,
})

/** Source, line's group and kind → cause. */
export const CAUSES: Readonly<Record<string, Cause>> = {
  'HD2205/省市重点/gap': half60('50'),
  'HD2205/县重点/gap': half60('50'),
  'HD2207/省市重点/gap': half60('70'),
  'HD2207/县重点/gap': half60('70'),
  'HD2208/省市重点/gap': half60('80'),
  'HD2208/县重点/gap': half60('80'),
  'JA2402/全部/gap': {
    kind: 'curve',
    share: '25',
    zh: '2月底按一季度末的25%计，不是2/12',
    en: 'at the end of February held to 25%, the share of the whole first quarter, not to 2/12',
  },
  'BH2207/全部/start': {
    kind: 'other-base',
    base: '320',
    zh: '分母不是清单的2234个：250/320＝78.125%，应为全年计划开工数（原文未列）',
    en: 'not over the 2234 of the list: 250/320 = 78.125%, it seems the starts planned for the year, which are not printed',
  },
  'LN05/全部/completion': {
    kind: 'printed-error',
    zh: '4.28/17.68 最多到24.243%；要得24.25%，完成数须为4.2874或计划须为17.649',
    en: '4.28/17.68 reaches 24.243% at most; 24.25% takes 4.2874 done or a plan of 17.649',
  },
  'NX2211/重大产业/completion': {
    kind: 'printed-error',
    zh: '463.5/378 至少是122.444%；要得122.25%，计划须为379.1，三类计划之和与总数算得的601.6相符，故多半是完成率印错',
    en: '463.5/378 is 122.444% at least; 122.25% takes a plan of 379.1. The three plans add up to 601, and the total gives 601.6: most likely the rate is misprinted',
  },
}

export const causeOf = ({ row, kind }: Check): Cause | undefined =>
  CAUSES[`${row.source}/${row.group}/${kind}`]

/** What the check gives under its cause; a printed error stays different. */
export function underCause({ row, printed }: Check, cause: Cause): Verdict {
  if (cause.kind === 'curve') return judge(printed, gap(row, printedRate(cause.share)))
  if (cause.kind === 'other-base') return judge(printed, starts(row, cause.base))
  return 'differs'
}
