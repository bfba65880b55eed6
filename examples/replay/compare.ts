import { readFileSync } from 'node:fs'
import { columnsOf, type Facts, type Judging, type ReplayedMoment, replayMoment } from '@guatu/domain'
import { lastDayOf, monthNumber, must, rateText, yearOf } from '@guatu/kernel'
import { lint, parseScheme } from '@guatu/scheme'
import type { Printed } from './printed.ts'

const PLAN = 10_000

export interface Compared {
  readonly line: Printed
  readonly points: string
  readonly ratio: string
}

/** Each line judged at its month's end under both rules. */
export function compared(lines: readonly Printed[]): Compared[] {
  const [before, after] = [planOf('points'), planOf('ratio')]
  const months = [...new Set(lines.map(one => one.month))].sort()
  return months.flatMap(month => {
    const of = lines.filter(one => one.month === month)
    const columns = columnsOf(factsOf(of))
    const replayed = replayMoment({ period: month, asOf: lastDayOf(month), columns, before, after })
    return [...turnsOf(replayed)].map(({ p, points, ratio }) => ({
      line: must(of[p], 'line'),
      points,
      ratio,
    }))
  })
}

function* turnsOf(replayed: ReplayedMoment) {
  for (const { p, before, after } of replayed.lights())
    yield { p, points: before?.colour ?? '', ratio: after?.colour ?? '' }
}

export function planOf(name: 'points' | 'ratio'): Judging {
  const file = `examples/replay/${name}.yaml`
  const { parsed, findings } = parseScheme(readFileSync(file, 'utf8'), file)
  const all = [...findings, ...(parsed ? lint(parsed) : [])]
  if (!parsed || all.length > 0) throw new Error(`${file}: ${JSON.stringify(all)}`)
  return { scheme: parsed.scheme, settings: {} }
}

/** The plan to date falls due in that month, what is left of the year in December. */
function factsOf(lines: readonly Printed[]): Facts {
  return {
    jurisdiction: 'replay',
    units: [],
    projects: lines.map(({ id, place, what }) => ({ id, name: `${place} ${what}` })),
    memberships: lines.map(({ id, month, due }) => ({
      project: id,
      list: 'lines',
      year: yearOf(month),
      annualPlan: PLAN,
      monthPlans: Array.from({ length: 12 }, (_, at) => planned(at + 1, monthNumber(month), due)),
    })),
    returns: lines.map(({ id, month, done }) => ({
      project: id,
      period: month,
      figures: { 'invest-ytd': done },
    })),
    reported: [],
    settings: {},
  }
}

function planned(month: number, at: number, due: number): number {
  if (at === 12) return month === 12 ? PLAN : 0
  return month === at ? due : month === 12 ? PLAN - due : 0
}

const WORDS: Readonly<Record<string, string>> = { red: '● 红', yellow: '▲ 黄', green: '■ 绿' }
const percent = (hundredth: number) => `${rateText({ n: hundredth, d: 100 }, 2)}`

/** As the guide keeps it: the lines whose colour differs, then how many of all there are. */
export function tableOf(all: readonly Compared[]): string {
  const differing = all.filter(one => one.points !== one.ratio)
  const head = [
    '| 通报 | 截至 | 完成 % | 应完成 % | 差（百分点） | 按百分点 | 比 % | 按比例 |',
    '| --- | --- | ---: | ---: | ---: | --- | ---: | --- |',
  ]
  const rows = differing.map(({ line, points, ratio }) => {
    const cells = [
      `${line.place} ${line.what}`,
      line.month,
      percent(line.done),
      percent(line.due),
      percent(line.done - line.due),
      WORDS[points],
      rateText({ n: line.done, d: line.due }, 1, 100),
      WORDS[ratio],
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [...head, ...rows, '', `共 ${all.length} 行，${differing.length} 行颜色不同。`].join('\n')
}
