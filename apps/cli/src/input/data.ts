import { existsSync } from 'node:fs'
import type { DataFault } from '@guatu/documents'
import {
  type Evaluation,
  evaluateItems,
  type Facts,
  finish,
  type ItemAnswers,
  PUBLISHED_CALENDAR,
  type Records,
  type Running,
  start,
} from '@guatu/domain'
import { type Day, isDay } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { readFolderWithRecords } from '@guatu/server'
import { canonicalHash } from '@guatu/store'
import { need, Refused, type Values } from '../command/command.ts'
import { inputPath } from './path.ts'
import { readScheme } from './scheme.ts'

export interface Evaluated {
  readonly facts: Facts
  readonly running: Running
  readonly evaluation: Evaluation
  /** What the plan's other items answer. */
  readonly items: ItemAnswers
  /** Of the evaluation and the items together. */
  readonly hash: string
}

export function asOfDay(values: Values): Day {
  const day = need(values, 'as-of')
  if (!isDay(day)) throw new Refused(`--as-of 应为 YYYY-MM-DD --as-of takes YYYY-MM-DD: ${day}`)
  return day
}

/** A data folder judged under `--scheme`, `--data` and `--as-of`. */
export async function evaluateFolder(root: string, values: Values): Promise<Evaluated> {
  const { scheme } = await readScheme(root, need(values, 'scheme'))
  const asOf = asOfDay(values)
  const dir = inputPath(root, need(values, 'data'))
  if (!existsSync(dir)) throw new Refused(`没有这个目录 no such folder: ${dir}`)
  const read = await readFolderWithRecords(dir, scheme)
  if (!read.ok) throw dataFault(read.error)
  return judge(scheme, read.value.facts, read.value.records, asOf)
}

export function dataFault(faults: readonly DataFault[]): Refused {
  const lines = faults.map(
    ({ file, line, column, code, message, mend }) =>
      `${file}:${line}${column ? `:${column}` : ''}  ${code}  ${message}  ${mend}`,
  )
  return new Refused(lines.join('\n'))
}

function judge(scheme: Scheme, facts: Facts, records: Records, asOf: Day): Evaluated {
  const running = start(scheme, facts, asOf)
  const evaluation = finish(running)
  const items = evaluateItems(scheme, facts, records, asOf, PUBLISHED_CALENDAR)
  return { facts, running, evaluation, items, hash: canonicalHash({ ...evaluation, ...items }) }
}
