import { type Day, dayZh } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { BoardCell } from './matrix.ts'
import { rateWords, totalText } from './words.ts'

/** How many projects of the worst colour the paragraph names. */
export const NAMED = 5

/** The situation in one paragraph, for a chat group that has seen no page of ours. Every figure is on the board too. */
export function boardParagraph(
  scheme: Scheme,
  asOf: Day,
  total: BoardCell,
  named: readonly { readonly name: string; readonly unitName: string }[],
) {
  const done = { n: total.invested, d: total.annualPlan }
  const worst = worstColour(scheme)
  const worstCount = worst ? (total.colours[worst.id] ?? 0) : 0
  const planned = total.annualPlan > 0
  const zh = [
    `截至${dayZh(asOf)}，${scheme.jurisdiction.name}调度项目${total.projects}个，已开复工${total.started}个，开复工率${rateWords(total.starts)}（${total.starts.n}/${total.starts.d}）`,
    planned
      ? `；本年累计完成投资${totalText(total.invested, scheme, 'zh')}，占年度计划${totalText(total.annualPlan, scheme, 'zh')}的${rateWords(done)}。`
      : '。',
    worst ? `${worst.name}灯项目${worstCount}个` : '',
    named.length > 0 ? `：${named.map(one => `${one.name}（${one.unitName}）`).join('、')}` : '',
    worst && worstCount > named.length && named.length > 0 ? '等' : '',
    worst ? '。' : '',
    '（调度口径）',
  ].join('')
  const en = [
    `As of ${asOf}, ${scheme.jurisdiction.nameEn} dispatches ${total.projects} projects; ${total.started} have started or resumed (${rateWords(total.starts)}, ${total.starts.n}/${total.starts.d})`,
    planned
      ? `. ${totalText(total.invested, scheme, 'en')} have been invested this year, ${rateWords(done)} of the year's ${totalText(total.annualPlan, scheme, 'en')}.`
      : '.',
    worst ? ` ${worst.nameEn}: ${worstCount}` : '',
    named.length > 0 ? ` (${named.map(one => one.name).join('; ')})` : '',
    worst ? '.' : '',
    ' Dispatch figures.',
  ].join('')
  return { zh, en }
}

export const worstColour = (scheme: Scheme) => [...scheme.colours].sort((a, b) => b.severity - a.severity)[0]
