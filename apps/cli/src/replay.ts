import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import {
  columnsOf,
  type PeriodsFault,
  periodsBetween,
  type ReplayedMoment,
  type ReplayMoment,
  replayMoment,
  type SettingFault,
} from '@guatu/domain'
import { canonicalJson, type Period, periodKind, periodSpan } from '@guatu/kernel'
import { readDraft, readFolder, replayMoments, sidesOf, type Tried } from '@guatu/server'
import { type Database, jurisdictions, withSnapshot } from '@guatu/store'
import { type Command, flag, given, need, Refused, text, texts, type Values } from './command/command.ts'
import { dataFault } from './input/data.ts'
import { withDatabase } from './input/database.ts'
import { inputPath } from './input/path.ts'
import { findingLine, readScheme, schemeFile } from './input/scheme.ts'
import { answerOf } from './replay/answer.ts'
import { tableOf } from './replay/summary.ts'

export const replay: Command = {
  usage:
    'replay --scheme ID|FILE --data DIR (--with FILE | --set SETTING=VALUE …) --from PERIOD --to PERIOD [--json]\n' +
    '       replay --jurisdiction J (--with FILE | --set SETTING=VALUE …) --from PERIOD --to PERIOD [--json]',
  about: '推演：改一条线或换一个方案，看过去各期会怎样 past periods under a changed line or another plan',
  options: {
    scheme: text,
    data: text,
    jurisdiction: text,
    with: text,
    set: texts,
    from: text,
    to: text,
    json: flag,
  },
  words: [0, 0],
  async run({ values }, { root, print, note }) {
    const periods = periodsOf(values)
    const tried = await triedOf(root, values, note)
    const replayed =
      values.jurisdiction === undefined
        ? (await momentsOfFolder(root, values, periods, tried)).map(replayMoment)
        : await withDatabase(root, database => replayLedger(database, values, periods, tried))
    print(values.json ? canonicalJson(answerOf(replayed)) : tableOf(replayed))
    return 0
  },
}

const PERIODS: Readonly<Record<PeriodsFault, string>> = {
  kinds: '--from 与 --to 须是同一种期 --from and --to must be periods of one kind',
  order: '--from 不能晚于 --to --from must not be later than --to',
  many: '期数过多 too many periods',
}

function periodsOf(values: Values): readonly Period[] {
  const [from, to] = [need(values, 'from'), need(values, 'to')]
  for (const one of [from, to])
    if (!periodKind(one)) throw new Refused(`不是报告期 not a period: ${one} (2023-05, 2023-Q2, 2023-W21 …)`)
  const periods = periodsBetween(from, to)
  if (typeof periods === 'string') throw new Refused(`${PERIODS[periods]}: ${from} ${to}`)
  return periods
}

async function triedOf(root: string, values: Values, note: (line: string) => void): Promise<Tried> {
  const file = given(values, 'with')
  const sets = Array.isArray(values.set) ? values.set : []
  if ((file === undefined) === (sets.length === 0))
    throw new Refused('须给出 --with 或 --set 之一 give either --with FILE or --set SETTING=VALUE')
  if (file === undefined) return { settings: settingsOf(sets) }
  const path = schemeFile(root, file)
  const { draft, findings } = readDraft(await readFile(path, 'utf8'), path)
  if (!draft) throw new Refused(findings.map(findingLine).join('\n'))
  for (const finding of findings) note(findingLine(finding))
  return { draft }
}

function settingsOf(sets: readonly string[]): Record<string, string> {
  const settings = new Map<string, string>()
  for (const one of sets) {
    const [, id = '', value = ''] = /^([^=]+)=(.+)$/.exec(one) ?? []
    if (id === '' || settings.has(id))
      throw new Refused(`--set 应为 设置=值，各一次 --set takes SETTING=VALUE, each once: ${one}`)
    settings.set(id, value)
  }
  return Object.fromEntries(settings)
}

async function momentsOfFolder(
  root: string,
  values: Values,
  periods: readonly Period[],
  tried: Tried,
): Promise<ReplayMoment[]> {
  const parsed = await readScheme(root, need(values, 'scheme'))
  const dir = inputPath(root, need(values, 'data'))
  if (!existsSync(dir)) throw new Refused(`没有这个目录 no such folder: ${dir}`)
  const facts = await readFolder(dir, parsed.scheme)
  if (!facts.ok) throw dataFault(facts.error)
  const sides = sidesOf(parsed, facts.value.settings, tried)
  if (!sides.ok) throw settingsRefused(sides.error)
  const columns = columnsOf(facts.value)
  return periods.map(period => ({ period, asOf: periodSpan(period).end, columns, ...sides.value }))
}

async function replayLedger(
  database: Database,
  values: Values,
  periods: readonly Period[],
  tried: Tried,
): Promise<ReplayedMoment[]> {
  for (const other of ['scheme', 'data'])
    if (values[other] !== undefined)
      throw new Refused(`--${other} 不能与 --jurisdiction 同用 --${other} does not go with --jurisdiction`)
  const jurisdiction = need(values, 'jurisdiction')
  if (!(await jurisdictions(database)).some(one => one.id === jurisdiction))
    throw new Refused(`没有这个行政区 no such jurisdiction: ${jurisdiction}`)
  const scope = { jurisdiction, person: 'cli', reads: 'all' as const }
  const moments = await withSnapshot(database, scope, tx => replayMoments(tx, periods, tried))
  if (!moments.ok) throw settingsRefused(moments.error)
  return moments.value.map(replayMoment)
}

function settingsRefused(faults: readonly SettingFault[]): Refused {
  const lines = faults.flatMap(fault => {
    if (fault.why === 'plan') return fault.findings.map(findingLine)
    return fault.why === 'unknown'
      ? [`方案没有这个设置 the plan has no such setting: ${fault.setting}`]
      : [`设置不能取这个值 the setting does not take this value: ${fault.setting}`]
  })
  return new Refused(lines.join('\n'))
}
