import type { Day, WorkingCalendar } from '@guatu/kernel'
import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/**
 * The State Council's holiday notices as `chinese-days` collects them (2004 on). Beyond the last published year
 * weekdays stand in and every answer is provisional; a bureau enters the new notice as facts of its own.
 */
export const PUBLISHED_CALENDAR: WorkingCalendar = {
  off: new Set<Day>(Object.keys(days.holidays)),
  on: new Set<Day>(Object.keys(days.workdays)),
  publishedThrough: `${lastYear(Object.keys(days.holidays))}-12-31`,
}

function lastYear(list: readonly Day[]): string {
  return ([...list].sort().at(-1) ?? '').slice(0, 4)
}
