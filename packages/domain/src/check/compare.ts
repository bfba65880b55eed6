import { above, numberIn } from './look.ts'
import type { Check } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { money, percent } from './words.ts'

/** Figures of one row held beside each other. */
export const COMPARE_CHECKS: readonly Check[] = [
  {
    id: 'paid.above-done',
    severity: 'warning',
    summary: { zh: '付款远大于完成', en: 'Paid far more than was done' },
    details: {
      zh: '付款明显多于完成的工作量：预付款、还旧账是正当理由，也可能是完成数没有更新。',
      en: 'Payments well above work done: an advance or an old debt is a good reason, or the work done is out of date.',
    },
    todo: {
      zh: '更新完成投资；属预付或还旧账的写明。',
      en: 'Bring work done up to date; say if it is an advance or an old debt.',
    },
    thresholds: ['paid-of-done'],
    find: ({ figures }, context) => {
      const paid = numberIn(figures, 'paid-ytd')
      const done = numberIn(figures, 'invest-ytd')
      if (paid === undefined || done === undefined || done < 0) return []
      if (!above(paid, thresholdOf(context, 'paid-of-done'), done)) return []
      const zh = `本年付款 ${money(paid)}，完成 ${money(done)}，付款为完成的 ${percent(paid, done)}`
      const en = `${money(paid)} paid, ${money(done)} done: ${percent(paid, done)}`
      return [{ field: 'paid-ytd', message: { zh, en } }]
    },
  },
  {
    id: 'statistics.apart',
    severity: 'note',
    summary: { zh: '统计数与调度数相差大', en: 'Statistics and dispatch figures are far apart' },
    details: {
      zh: '两个口径本来就不同，只提示差额，不要求一致；任何一个都不从另一个抄来。',
      en: 'The two calibers differ by nature: the difference is shown, not mended; neither is ever taken from the other.',
    },
    todo: {
      zh: '不用改数。差额供调度和统计各自核对。',
      en: 'Change nothing. Both offices may look into it, each by its own records.',
    },
    source: {
      zh: '统计法：不得干预统计数字',
      en: 'Statistics Law: statistics figures are not to be interfered with',
    },
    thresholds: ['statistics-apart'],
    find: ({ figures }, context) => {
      const statistics = numberIn(figures, 'stat-ytd')
      const done = numberIn(figures, 'invest-ytd')
      if (statistics === undefined || done === undefined || done < 0) return []
      const apart = Math.abs(statistics - done)
      if (!above(apart, thresholdOf(context, 'statistics-apart'), done)) return []
      const zh = `统计口径 ${money(statistics)}，调度口径 ${money(done)}，相差 ${money(apart)}（${percent(apart, done)}）`
      const en = `Statistics ${money(statistics)}, dispatch ${money(done)}: ${money(apart)} apart (${percent(apart, done)})`
      return [{ field: 'stat-ytd', message: { zh, en } }]
    },
  },
]
