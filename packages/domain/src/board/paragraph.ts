import type { Scheme } from '@guatu/scheme'
import type { Evaluation } from '../evaluate/index.ts'
import type { BoardCell } from './matrix.ts'
import type { Todo } from './todo.ts'
import { dayZh, rateWords, totalText } from './words.ts'

const NAMED = 5

/** The situation in one paragraph, for a chat group that has seen no page of ours. Every figure is on the board too. */
export function boardParagraph(
  scheme: Scheme,
  evaluation: Evaluation,
  total: BoardCell,
  list: readonly Todo[],
) {
  const done = { n: total.invested, d: total.annualPlan }
  const worst = [...scheme.colours].sort((a, b) => b.severity - a.severity)[0]
  const worstCount = worst ? (total.colours[worst.id] ?? 0) : 0
  const named = list.filter(one => one.light.colour === worst?.id).slice(0, NAMED)
  const planned = total.annualPlan > 0
  const zh = [
    `截至${dayZh(evaluation.asOf)}，${scheme.jurisdiction.name}调度项目${total.projects}个，已开复工${total.started}个，开复工率${rateWords(total.starts)}（${total.starts.n}/${total.starts.d}）`,
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
    `As of ${evaluation.asOf}, ${scheme.jurisdiction.nameEn} dispatches ${total.projects} projects; ${total.started} have started or resumed (${rateWords(total.starts)}, ${total.starts.n}/${total.starts.d})`,
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
