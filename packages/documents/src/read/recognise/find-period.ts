import { readPeriod } from '@guatu/kernel'
import type { HeaderBlock } from './header-block.ts'
import type { Mapping } from './mapping.ts'
import type { PeriodHint, RecognisedColumn } from './model.ts'
import type { SheetView } from './sheet-view.ts'

/** 填报日期:2020年6月3日 is no period. */
const WHEN_FILLED_IN = /(?:日期|时间)\s*[::：]/

/** Title and notes above the table say it best, last the sheet's name; a header may make a bare year exact. */
export function findPeriod(
  view: SheetView,
  block: HeaderBlock,
  columns: readonly RecognisedColumn[],
  mapping: Mapping,
): PeriodHint | undefined {
  if (mapping.period) return { period: mapping.period, cumulative: false, text: mapping.period }
  const hints: PeriodHint[] = []
  for (let row = 1; row < block.first; row++) {
    for (const text of view.texts(row)) {
      const read = WHEN_FILLED_IN.test(text) ? undefined : readPeriod(text)
      if (read) hints.push({ ...read, text, row })
    }
  }
  const name = readPeriod(view.sheet.name)
  if (name) hints.push({ ...name, text: view.sheet.name })
  const best =
    hints.find(hint => hint.period && !isYear(hint.period)) ?? hints.find(hint => hint.period) ?? hints[0]
  return best && refineByHeader(best, columns)
}

const isYear = (period: string) => /^\d{4}$/.test(period)

/** 2020年…进展表 with a column 1-5月完成投资 is May 2020. */
function refineByHeader(hint: PeriodHint, columns: readonly RecognisedColumn[]): PeriodHint {
  if (!hint.period || !isYear(hint.period)) return hint
  const column = columns.find(c => c.field === 'invest-ytd' && c.months && c.months.to < 12)
  if (!column?.months) return hint
  const period = `${hint.period}-${String(column.months.to).padStart(2, '0')}`
  return { period, months: column.months, cumulative: true, text: `${hint.text} / ${column.header}` }
}
