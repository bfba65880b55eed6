import type { BothLanguages, Chase, NewNotice, NoticeKind } from '@guatu/domain'
import { type Day, dayZh, type Period, periodEn, periodZh } from '@guatu/kernel'
import { type Known, nameOf } from '../return/known.ts'

const KIND: Readonly<Record<Chase['kind'], NoticeKind>> = {
  before: 'reminder',
  due: 'reminder',
  after: 'late',
  escalate: 'late-superior',
}

/** What is told, without the addressee: the unit first, then how late, then what to do. */
export function chaseNotice(known: Known, one: Chase): Omit<NewNotice, 'toPerson' | 'toUnit' | 'level'> {
  const { unit, period } = one.return
  const name = nameOf(known, unit)
  return {
    key: `chase ${one.key}`,
    kind: KIND[one.kind],
    title: titleOf(one, name, period),
    body: bodyOf(one),
    link: `/returns/${unit}/${period}`,
  }
}

function titleOf({ kind, due, daysLate }: Chase, unit: string, period: Period): BothLanguages {
  if (kind === 'before' || kind === 'due')
    return {
      zh: `${unit}${periodZh(period)}报送将于${dayZh(due)}截止`,
      en: `${unit}: return of ${periodEn(period)} is due on ${due}`,
    }
  return {
    zh: `${unit}${periodZh(period)}报送逾期${daysLate}个工作日`,
    en: `${unit}: return of ${periodEn(period)} is ${daysLate} working ${daysLate === 1 ? 'day' : 'days'} late`,
  }
}

const bodyOf = ({ missing, due }: Chase): BothLanguages => ({
  zh: `${dayZh(due)}截止，还有${missing.length}个项目未报。请登录填报；没有进展也请报累计数。`,
  en: `Due on ${due}; ${missing.length === 1 ? '1 project is' : `${missing.length} projects are`} not reported. Please report the cumulative figures, also without progress.`,
})

/** The dispatcher's own word to a unit. */
export const handNotice = (
  known: Known,
  { unit, period, due, day, text }: { unit: string; period: Period; due: Day; day: Day; text?: string },
): Omit<NewNotice, 'toPerson' | 'toUnit' | 'level'> => ({
  key: `chase ${unit} ${period} hand ${day}`,
  kind: 'reminder',
  title: {
    zh: `请尽快报送${periodZh(period)}数据（${nameOf(known, unit)}）`,
    en: `Please send the return of ${periodEn(period)} (${nameOf(known, unit)})`,
  },
  body: text
    ? { zh: text, en: text }
    : { zh: `${dayZh(due)}截止。请登录填报。`, en: `It was due on ${due}. Please sign in and report.` },
  link: `/returns/${unit}/${period}`,
})
