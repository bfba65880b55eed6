import { groupBy } from '@guatu/kernel'
import { MONEY, numberIn } from './look.ts'
import type { CheckContext, CheckInfo, CheckRow, Finding } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { money, percent } from './words.ts'

export const ROUND: CheckInfo = {
  id: 'round.habit',
  severity: 'note',
  summary: { zh: '整数过多', en: 'Too many round figures' },
  details: {
    zh: '一个填报人的数大多是整百万元，像是估计，不像核算。看的是全部行，不是哪一个数。',
    en: 'Most of a reporter’s figures are round, which looks estimated rather than reckoned. It is about all rows, not any one.',
  },
  todo: { zh: '按进度单、凭证填实际数。', en: 'Take the figures from progress bills and vouchers.' },
  thresholds: ['round-unit', 'round-share', 'round-figures'],
}

/** Over all rows of each reporter; amounts of 0 say nothing. */
export function roundHabits(rows: readonly CheckRow[], context: Pick<CheckContext, 'thresholds'>): Finding[] {
  const unit = thresholdOf(context, 'round-unit')
  const findings: Finding[] = []
  for (const [reporter, own] of groupBy(rows, row => row.reporter)) {
    const amounts: number[] = []
    for (const { figures } of own) {
      for (const field of MONEY) {
        const amount = numberIn(figures, field)
        if (amount !== undefined && amount > 0) amounts.push(amount)
      }
    }
    const round = amounts.filter(one => one % unit === 0).length
    if (amounts.length < thresholdOf(context, 'round-figures')) continue
    if (round * 100 < thresholdOf(context, 'round-share') * amounts.length) continue
    const zh = `${amounts.length} 个数中 ${round} 个（${percent(round, amounts.length)}）是 ${money(unit)} 的整倍数`
    const en = `${round} of ${amounts.length} figures (${percent(round, amounts.length)}) are multiples of ${money(unit)}`
    findings.push({
      check: ROUND.id,
      severity: ROUND.severity,
      reporter,
      message: { zh, en },
      needsReason: false,
    })
  }
  return findings
}
