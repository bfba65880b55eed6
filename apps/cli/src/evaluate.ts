import type { Evaluation, ItemAnswers } from '@guatu/domain'
import { canonicalJson, isDay } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { evaluateWhole, storeJudged } from '@guatu/server'
import { canonicalHash, type Database, jurisdictions, type ScopedTx, seqAt, withSnapshot } from '@guatu/store'
import { type Command, flag, given, need, Refused, text, type Values } from './command/command.ts'
import { asOfDay, evaluateFolder } from './input/data.ts'
import { withDatabase } from './input/database.ts'
import { table } from './table.ts'

export const evaluate: Command = {
  usage:
    'evaluate --scheme ID|FILE --data DIR --as-of DAY [--json]\n' +
    '       evaluate --jurisdiction J --as-of DAY [--known-at SEQ|TIME] [--store] [--json]',
  about: '按方案判断某日的数据 judge data as of a day',
  options: {
    scheme: text,
    data: text,
    jurisdiction: text,
    'as-of': text,
    'known-at': text,
    store: flag,
    json: flag,
  },
  words: [0, 0],
  async run({ values }, { root, print }) {
    const knownAt = given(values, 'known-at')
    const fromLedger = values.jurisdiction !== undefined
    if (knownAt !== undefined && !fromLedger)
      throw new Refused('--known-at 需要台账 --known-at needs a ledger: give --jurisdiction, not --data')
    if (values.store && !fromLedger)
      throw new Refused('--store 需要台账 --store needs a ledger: give --jurisdiction, not --data')
    const evaluated = fromLedger
      ? await withDatabase(root, database => evaluateLedger(database, values))
      : await evaluatedFolder(root, values)
    print(values.json ? canonicalJson(answer(evaluated)) : summary(evaluated))
    return 0
  },
}

interface Answered {
  readonly scheme: Scheme
  readonly evaluation: Evaluation
  /** Of a data folder only: the ledger keeps no records yet. */
  readonly items?: ItemAnswers
  readonly hash: string
}

async function evaluatedFolder(root: string, values: Values): Promise<Answered> {
  const { running, evaluation, items, hash } = await evaluateFolder(root, values)
  return { scheme: running.program.scheme, evaluation, items, hash }
}

const answer = ({ evaluation, items, hash }: Answered) => ({ ...evaluation, ...items, hash })

async function evaluateLedger(database: Database, values: Values): Promise<Answered> {
  const asOf = asOfDay(values)
  const jurisdiction = need(values, 'jurisdiction')
  if (!(await jurisdictions(database)).some(one => one.id === jurisdiction))
    throw new Refused(`没有这个行政区 no such jurisdiction: ${jurisdiction}`)
  const scope = { jurisdiction, person: 'cli', reads: 'all' as const }
  return withSnapshot(database, scope, async tx => {
    const moment = given(values, 'known-at')
    const knownAt = moment === undefined ? undefined : await seqOf(tx, moment)
    const judged = await evaluateWhole(tx, { asOf, knownAt })
    if (values.store) await storeJudged(tx, 'evaluation', judged)
    return {
      scheme: judged.kept.scheme,
      evaluation: judged.evaluation,
      hash: canonicalHash(judged.evaluation),
    }
  })
}

/** A seq, or the last one written by a time; a bare day means its end. */
function seqOf(tx: ScopedTx, moment: string): Promise<number> {
  if (/^\d{1,15}$/.test(moment)) return Promise.resolve(Number(moment))
  const at = isDay(moment) ? `${moment}T23:59:59.999Z` : moment
  if (Number.isNaN(Date.parse(at)))
    throw new Refused(`--known-at 应为序号或时间 takes a seq or a time: ${moment}`)
  return seqAt(tx, new Date(at).toISOString())
}

function summary({ scheme, evaluation, hash }: Answered): string {
  const named = new Map(scheme.indicators.map(one => [one.id, one.name]))
  const indicators = evaluation.indicators
    .filter(one => one.scope === 'jurisdiction' || one.scope.startsWith('list:'))
    .map(one => [
      named.get(one.id) ?? one.id,
      one.scope,
      one.denominator === null ? String(one.numerator ?? '—') : `${one.numerator}/${one.denominator}`,
      one.value === null ? '未报' : one.unit === 'percent' ? `${one.value}%` : one.value,
    ])
  const colours = [...scheme.colours.map(colour => colour.id), 'none'].map(colour => {
    const count = evaluation.overall.filter(one => one.list === '*' && one.colour === colour).length
    return [scheme.colours.find(one => one.id === colour)?.name ?? '○', String(count)]
  })
  return [
    `${scheme.name}  ${evaluation.asOf}`,
    table(['指标 indicator', '范围 scope', '分子/分母 n/d', '值 value'], indicators),
    table(['灯 light', '项目 projects'], colours),
    `${evaluation.actions.length} 项处置 actions`,
    hash,
  ].join('\n\n')
}
