import type { Replayed } from '@guatu/contract'
import type { Judging, LightTurn, LightValue, UnitStanding } from '@guatu/domain'
import type { Scheme } from '@guatu/scheme'
import type { Ground, ReplayInput } from './asked.ts'

type Row = Replayed['rows'][number]

export function viewOf(ground: Ground, asked: ReplayInput): Replayed {
  const { shown, periods, units } = ground
  const { moment, matrix, targets } = shown
  const turns = turnsOf(ground, asked)
  const names = new Map(units.map(unit => [unit.id, unit.name]))
  return {
    periods: [...periods],
    period: moment.period,
    asOf: moment.asOf,
    before: sideOf(moment.before),
    after: sideOf(moment.after),
    matrix: [...matrix],
    units: shown.units().map(({ unit, before, after }) => ({
      unit,
      name: names.get(unit) ?? unit,
      before: standingOf(before),
      after: standingOf(after),
    })),
    targets: targets.map(({ target, before, after }) => ({
      ...nameOf([moment.after.scheme, moment.before.scheme], 'targets', target),
      before,
      after,
    })),
    dimensions: [
      ...new Set([moment.before, moment.after].flatMap(one => one.scheme.lights.map(of => of.dimension))),
    ],
    total: turns.length,
    rows: turns.slice(0, asked.size).map(turn => rowOf(ground, names, turn)),
  }
}

export function allRows(ground: Ground, asked: ReplayInput): Row[] {
  const names = new Map(ground.units.map(unit => [unit.id, unit.name]))
  return turnsOf(ground, asked).map(turn => rowOf(ground, names, turn))
}

const WAYS = ['worse', 'other', 'better', 'same'] as const

/** What gets worse first, then what loses or gains its light, then what gets better. */
function turnsOf({ shown }: Ground, { changed, unit, dimension }: ReplayInput): LightTurn[] {
  const { projects } = shown.moment.columns
  const turns: LightTurn[] = []
  for (const turn of shown.lights()) {
    if (changed && !turn.changed) continue
    if (unit !== undefined && projects[turn.p]?.leadUnit !== unit) continue
    if (dimension !== undefined && turn.dimension !== dimension) continue
    turns.push(turn)
  }
  return turns.sort((a, b) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way))
}

function rowOf({ shown }: Ground, names: ReadonlyMap<string, string>, turn: LightTurn): Row {
  const { moment } = shown
  const project = moment.columns.projects[turn.p]
  const { plans } = moment.columns
  const list = plans.lists[plans.list[turn.row] ?? -1] ?? ''
  const { name, nameEn } = nameOf([moment.after.scheme, moment.before.scheme], 'lists', list)
  const told = shown.told(turn)
  return {
    project: project?.id ?? '',
    name: project?.name ?? '',
    unitName: names.get(project?.leadUnit ?? '') ?? '',
    list,
    listName: name,
    listNameEn: nameEn,
    dimension: turn.dimension,
    changed: turn.changed,
    before: saidOf(told.before, moment.before),
    after: saidOf(told.after, moment.after),
  }
}

function saidOf(light: LightValue | null, { scheme }: Judging): Row['before'] {
  if (!light) return null
  const rule = scheme.lights.find(one => one.id === light.rule)
  return {
    light: { ...light, because: [...light.because] },
    name: rule?.name ?? light.rule,
    nameEn: rule?.nameEn ?? light.rule,
    action: rule?.leadsTo[light.colour]?.action ?? null,
  }
}

const sideOf = ({ scheme }: Judging): Replayed['before'] => ({
  name: scheme.name,
  nameEn: scheme.nameEn,
  colours: scheme.colours.map(({ id, name, nameEn, mark }) => ({ id, name, nameEn, mark })),
})

const standingOf = ({ projects, red, rank }: UnitStanding) => ({ projects, red: red.n, rank })

function nameOf(schemes: readonly Scheme[], of: 'lists' | 'targets', id: string) {
  for (const scheme of schemes) {
    const found = scheme[of].find(one => one.id === id)
    if (found) return { id, name: found.name, nameEn: found.nameEn }
  }
  return { id, name: id, nameEn: id }
}
