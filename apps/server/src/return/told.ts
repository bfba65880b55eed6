import type { NewNotice, ReturnReason } from '@guatu/domain'
import { type Period, periodEn, periodZh } from '@guatu/kernel'
import { type Known, nameOf } from './known.ts'

/** What the unit is told when its return comes back to it, by a move that stands as `seq`. */
export function backNotice(
  known: Known,
  {
    unit,
    period,
    reasons,
    seq,
  }: { unit: string; period: Period; reasons: readonly Pick<ReturnReason, 'text'>[]; seq: number },
): NewNotice {
  const name = nameOf(known, unit)
  // Reopening needs no reason.
  const why = reasons.map(one => one.text)
  const said = why.length > 0 ? { zh: `${why.join('；')}。`, en: `${why.join('; ')}. ` } : { zh: '', en: '' }
  return {
    key: `return ${unit} ${period} ${seq}`,
    kind: 'returned',
    title: {
      zh: `${name}${periodZh(period)}报送被退回`,
      en: `${name}: return of ${periodEn(period)} was sent back`,
    },
    body: { zh: `${said.zh}请改正后重报。`, en: `${said.en}Please mend it and send it again.` },
    link: `/returns/${unit}/${period}`,
    toUnit: unit,
    level: 'reporter',
  }
}
