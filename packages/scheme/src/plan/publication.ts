import { type WorkingCalendar, workingDaysBetween } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import { itemsOf } from '../lint/items.ts'
import { document } from './party.ts'
import type { PlanReport } from './report.ts'

/** 政府信息公开条例 第二十六条 */
const LONGEST = 20

/** When it was signed and made public; a plan of one's own that cites nothing has no such text. */
export function publication(scheme: Scheme, calendar: WorkingCalendar, report: PlanReport): void {
  const { issued, published } = scheme.source
  if (issued === undefined) {
    if (!itemsOf(scheme).some(({ item }) => item.covers.length > 0)) return
    report('source.undated', [document(scheme)], '没有成文日期', 'it bears no day of signature')
    return
  }
  if (published === undefined) return
  const { value } = workingDaysBetween(calendar, issued, published)
  if (value > LONGEST)
    report(
      'source.published-late',
      [document(scheme)],
      `${issued}成文，${published}公开，隔${value}个工作日`,
      `signed on ${issued} and published on ${published}, ${value} working days later`,
    )
}
