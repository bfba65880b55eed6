import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The clerks' own books: what each project had by June and what July was planned to bring, amounts in 元. */
export interface Line {
  readonly project: string
  readonly name: string
  readonly leadUnit: string
  readonly lists: readonly string[]
  readonly nature: string
  /** 万元, cumulative to the end of the month. */
  readonly june: number
  readonly july: number
}

const WAN = 10_000

const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../demo/jiayuguan/${file}.csv`, import.meta.url), 'utf8'), { columns: true })

const memberships = read('memberships')
const months = read('returns').filter(one => /^2023-\d\d$/.test(one.period ?? ''))

/** Nine tenths of what July was to bring, where work goes on; elsewhere the sum of June once more. */
const BOOK: readonly Line[] = read('projects').map(({ id = '', name = '', lead_unit = '' }) => {
  const own = memberships.filter(one => one.project === id)
  const last = months.findLast(one => one.project === id)
  const plan = Number(own[0]?.m07 || Number(own[0]?.annual_plan || 0) / 12)
  const done = Number(last?.invest_ytd ?? 0) / WAN
  return {
    project: id,
    name,
    leadUnit: lead_unit,
    lists: own.map(one => one.list ?? ''),
    nature: own[0]?.nature ?? '',
    june: done,
    july: last?.stage === 'started' ? done + Math.floor((plan / WAN) * 0.9) : done,
  }
})

export const linesOf = (unit: string) => BOOK.filter(one => one.leadUnit === unit)

export function lineOf(name: string): Line {
  const line = BOOK.find(one => one.name === name.trim())
  if (!line) throw new Error(`the demo has no project ${name}`)
  return line
}

/** As a worksheet shows it: 12,345 */
export const shown = (wan: number) => wan.toLocaleString('en-US')
