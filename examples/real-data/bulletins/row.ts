import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** One published line as the collection keys it: texts as printed, '' where nothing was printed. Amounts are in 亿元. */
export interface BulletinRow {
  /** Line of bulletins.csv, its header being 1. */
  readonly line: number
  readonly source: string
  readonly place: string
  readonly year: string
  /** Last month the figures run to; 7.5 is the first half of August. */
  readonly toMonth: string
  readonly list: string
  readonly dimension: string
  readonly group: string
  readonly projects: string
  readonly plan: string
  readonly done: string
  readonly rate: string
  readonly gap: string
  readonly plannedStarts: string
  readonly started: string
  readonly startRate: string
}

type Line = Readonly<Record<string, string>>
const lines = (file: string): Line[] => parse(readFileSync(file, 'utf8'), { columns: true, bom: true })

/** The folder holds bulletins.csv and sources.csv. */
export function readBulletins(folder: string): BulletinRow[] {
  const places = new Map(lines(join(folder, 'sources.csv')).map(({ id, place }) => [id, place]))
  return lines(join(folder, 'bulletins.csv')).map((line, at) => {
    const text = (column: string) => line[column] ?? ''
    return {
      line: at + 2,
      source: text('src'),
      place: places.get(text('src')) ?? '',
      year: text('year'),
      toMonth: text('to_m'),
      list: text('list'),
      dimension: text('dim'),
      group: text('group'),
      projects: text('n'),
      plan: text('plan_yi'),
      done: text('done_yi'),
      rate: text('rate_pct'),
      gap: text('vs_pp'),
      plannedStarts: text('plan_start_n'),
      started: text('started_n'),
      startRate: text('start_rate_pct'),
    }
  })
}
