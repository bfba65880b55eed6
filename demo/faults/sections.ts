import type { Facts } from '@guatu/domain'
import { CATALOGUE, THRESHOLDS, type Threshold } from '@guatu/domain/check'
import { markdownTable } from '../../examples/real-data/markdown.ts'
import { WAN } from '../make/amounts.ts'
import { DEMOS } from '../make/index.ts'
import { type Tally, tallies } from './tally.ts'

export const MARK = 'checks'

/** What docs/checks.md keeps between its marks. */
export function sections(): Record<string, string> {
  const demos: Record<string, Facts> = {}
  for (const [id, make] of Object.entries(DEMOS)) demos[id] = make()
  const { rows, tallies: all } = tallies(demos)
  return { catalogue: catalogue(), thresholds: thresholds(), faults: faults(rows, all) }
}

const SEVERITY = { error: '错误 error', warning: '警告 warning', note: '提示 note' }

const catalogue = () =>
  markdownTable(
    ['check', 'severity', 'what', 'source', 'a reason holds'],
    CATALOGUE.map(({ id, severity, summary, source, standing }) => [
      `\`${id}\``,
      SEVERITY[severity],
      `${summary.zh} · ${summary.en}`,
      source ? `${source.zh} · ${source.en}` : 'our own',
      severity === 'warning' ? (standing ? 'for the year' : 'for this return') : '',
    ]),
  )

const UNITS: Readonly<Record<Threshold['unit'], string>> = {
  percent: '%',
  periods: '期 periods',
  days: '日 days',
  times: '倍 times',
  count: '个',
  money: '万元',
}

const thresholds = () =>
  markdownTable(
    ['setting', 'default', 'what', 'source of the default'],
    Object.entries(THRESHOLDS).map(([id, { default: value, unit, words, source }]) => [
      `\`${id}\``,
      `${unit === 'money' ? value / WAN : value} ${UNITS[unit]}`,
      `${words.zh} · ${words.en}`,
      source === 'setting' ? '设置 setting' : `${source.zh} · ${source.en}`,
    ]),
  )

function faults(rows: number, all: readonly Tally[]): string {
  const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((a, b) => a + b, 0)
  const planted = all.reduce((total, one) => total + one.planted, 0)
  const found = all.reduce((total, one) => total + one.found, 0)
  const table = markdownTable(
    ['check', 'planted', 'found', 'missed', 'alarms on clean rows', 'in'],
    all.map(one => [
      `\`${one.check}\``,
      String(one.planted),
      String(one.found),
      String(one.planted - one.found),
      String(sum(one.alarms)),
      Object.entries(one.alarms)
        .filter(([, count]) => count > 0)
        .map(([demo, count]) => `${demo} ${count}`)
        .join(', '),
    ]),
  )
  const alarms = all.reduce((total, one) => total + sum(one.alarms), 0)
  return `${planted} faults planted, ${found} found; ${alarms} alarms on ${rows} clean rows.\n\n${table}`
}
