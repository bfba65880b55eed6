import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, parseRate } from '@guatu/kernel'
import { parse } from 'csv-parse/sync'

/** One line of a bulletin that prints how much of the year's plan is done, and how far that is from the plan to date. */
export interface Printed {
  readonly id: string
  readonly place: string
  readonly month: string
  readonly what: string
  /** Hundredths of a percent of the year's plan. */
  readonly done: number
  readonly due: number
}

type Row = Readonly<Record<string, string>>

/** The lines of `DIR/cn-bulletins` that print both, at a month's end; read where they are. */
export function printedLines(dir: string): Printed[] {
  const read = (name: string): Row[] =>
    parse(readFileSync(join(dir, 'cn-bulletins', name), 'utf8'), { columns: true, bom: true })
  const places = new Map(read('sources.csv').map(({ id, place }) => [id, place ?? '']))
  return read('bulletins.csv').flatMap((row, index): Printed[] => {
    const { src = '', year = '', to_m = '', list, dim, group, rate_pct = '', vs_pp = '' } = row
    if (rate_pct === '' || vs_pp === '' || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(to_m)) return []
    const done = hundredths(rate_pct)
    const what = [list, ...(dim === '合计' ? [] : [group])].join(' ')
    return [
      {
        id: `${src}-${index + 2}`,
        place: places.get(src) ?? src,
        month: `${year}-${to_m.padStart(2, '0')}`,
        what,
        done,
        due: done - hundredths(vs_pp),
      },
    ]
  })
}

function hundredths(text: string): number {
  const { n, d } = must(parseRate(text), text)
  if ((n * 100) % d !== 0) throw new Error(`more than two decimals: ${text}`)
  return (n * 100) / d
}
