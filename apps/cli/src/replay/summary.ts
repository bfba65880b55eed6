import { type LightValue, lightWords, type ReplayedMoment, type UnitTurn } from '@guatu/domain'
import type { Scheme } from '@guatu/scheme'
import { table } from '../table.ts'

const LINES_MOST = 40

/** Counts of each period, then of the last one the lights, units and targets that differ. */
export function tableOf(replayed: readonly ReplayedMoment[]): string {
  const periods = table(
    [
      '期 period',
      '项目 projects',
      '变色 recoloured',
      '变差 worse',
      '变好 better',
      '新增处置 raised',
      '撤销 dropped',
    ],
    replayed.map(({ moment, projects, recoloured, ways, raised, dropped }) => [
      moment.period,
      ...[projects, recoloured, ways.worse, ways.better, raised, dropped].map(String),
    ]),
  )
  const last = replayed.at(-1)
  return last ? [periods, ...detailsOf(last)].join('\n\n') : periods
}

function detailsOf(one: ReplayedMoment): string[] {
  const { moment, targets } = one
  const turns = [...one.lights()].filter(turn => turn.changed)
  const lights = turns.slice(0, LINES_MOST).map(turn => {
    const told = one.told(turn)
    return [
      moment.columns.projects[turn.p]?.name ?? '',
      listOf(one, turn.row),
      turn.dimension,
      sideOf(told.before, moment.before.scheme),
      sideOf(told.after, moment.after.scheme),
    ]
  })
  const units = one.units().filter(unit => moved(unit))
  const parts = [moment.period]
  if (lights.length > 0)
    parts.push(table(['项目 project', '清单 list', '维度 dimension', '原 before', '新 after'], lights))
  if (turns.length > lights.length)
    parts.push(`另有 ${turns.length - lights.length} 条，见 --json more in --json`)
  if (units.length > 0)
    parts.push(
      table(
        ['单位 unit', '原红灯 red before', '名次 rank', '新红灯 red after', '名次 rank'],
        units.map(({ unit, before, after }) => [
          unit,
          ...[before, after].flatMap(({ red, rank }) => [`${red.n}/${red.d}`, String(rank ?? '—')]),
        ]),
      ),
    )
  if (targets.length > 0)
    parts.push(
      table(
        ['目标 target', '原 before', '新 after'],
        targets.map(({ target, before, after }) => [target, before ?? '—', after ?? '—']),
      ),
    )
  return parts
}

function listOf({ moment: { columns, before, after } }: ReplayedMoment, row: number): string {
  const id = columns.plans.lists[columns.plans.list[row] ?? -1] ?? ''
  return [...after.scheme.lists, ...before.scheme.lists].find(one => one.id === id)?.name ?? id
}

const moved = ({ before, after }: UnitTurn) =>
  before.rank !== after.rank || before.red.n !== after.red.n || before.red.d !== after.red.d

function sideOf(light: LightValue | null, scheme: Scheme): string {
  if (!light) return '—'
  const colour = scheme.colours.find(one => one.id === light.colour)
  return `${colour?.name ?? '○'} ${lightWords(light, scheme, 'zh')}`
}
