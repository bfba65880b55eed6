import type { CorrectionFact, NewNotice } from '@guatu/domain'
import { periodEn, periodZh } from '@guatu/kernel'
import { type Known, nameOf } from '../return/known.ts'

type Said = Pick<CorrectionFact, 'id' | 'unit' | 'corrects' | 'reason'>

/** To those above the unit, one of whom is to decide. */
export function proposedNotice(known: Known, { id, unit, corrects, reason }: Said): NewNotice {
  const name = nameOf(known, unit)
  return {
    key: `correction ${unit} ${id} proposed`,
    kind: 'correction',
    title: {
      zh: `${name}提出${periodZh(corrects)}更正，待批准`,
      en: `${name} proposes a correction of ${periodEn(corrects)}`,
    },
    body: { zh: `原因：${reason}。`, en: `Reason: ${reason}.` },
    link: '/corrections',
    toUnit: unit,
    level: 'superior',
  }
}

/** To the person who proposed it. */
export function decidedNotice(
  known: Known,
  { id, unit, corrects, answer, state }: Said & Pick<CorrectionFact, 'answer' | 'state'>,
  proposedBy: string,
): NewNotice {
  const name = nameOf(known, unit)
  const approved = state === 'approved'
  const said = answer ? { zh: `意见：${answer}。`, en: `Answer: ${answer}.` } : { zh: '', en: '' }
  return {
    key: `correction ${unit} ${id} decided`,
    kind: 'correction',
    title: {
      zh: `${name}${periodZh(corrects)}更正${approved ? '已批准' : '未批准'}`,
      en: `${name}: correction of ${periodEn(corrects)} ${approved ? 'approved' : 'refused'}`,
    },
    body: {
      zh: `${said.zh}${approved ? '已写入台账，列入下期更正说明。' : '数字没有改动。'}`,
      en: `${said.en} ${approved ? 'Written, and named in the next correction note.' : 'No figure was changed.'}`.trim(),
    },
    link: '/corrections',
    toPerson: proposedBy,
  }
}
