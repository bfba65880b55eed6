import { existsSync } from 'node:fs'
import type { DataFault } from '@guatu/documents'
import { type Evaluation, type Facts, finish, type Running, start } from '@guatu/domain'
import { type Day, isDay } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { readFolder } from '@guatu/server'
import { canonicalHash } from '@guatu/store'
import { need, Refused, type Values } from '../command/command.ts'
import { inputPath } from './path.ts'
import { readScheme } from './scheme.ts'

export interface Evaluated {
  readonly facts: Facts
  readonly running: Running
  readonly evaluation: Evaluation
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
  const facts = await readFolder(dir, scheme)
  if (!facts.ok) throw dataFault(facts.error)
  return judge(scheme, facts.value, asOf)
}

export function dataFault(faults: readonly DataFault[]): Refused {
  const lines = faults.map(
    ({ file, line, column, code, message, mend }) =>
      `${file}:${line}${column ? `:${column}` : ''}  ${code}  ${message}  ${mend}`,
  )
  return new Refused(lines.join('\n'))
}

function judge(scheme: Scheme, facts: Facts, asOf: Day): Evaluated {
  const running = start(scheme, facts, asOf)
  const evaluation = finish(running)
  return { facts, running, evaluation, hash: canonicalHash(evaluation) }
}
