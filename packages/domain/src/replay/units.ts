import { compareRates, compareText, type Rate } from '@guatu/kernel'
import type { Columns } from '../columns/index.ts'
import type { Side } from './side.ts'

/** One unit's projects under one plan. */
export interface UnitStanding {
  readonly projects: number
  /** Colour → projects that show it over all lists; `none` among them. */
  readonly colours: Readonly<Record<string, number>>
  /** Share of the worst colour of the plan. */
  readonly red: Rate
  /** 1 has the greatest red share, equal shares one rank; null where the unit has no project. */
  readonly rank: number | null
}

export interface UnitTurn {
  readonly unit: string
  readonly before: UnitStanding
  readonly after: UnitStanding
}

/** Every unit that leads a project under either plan, by rank under the plan to come. */
export function unitTurns(columns: Columns, before: Side, after: Side): UnitTurn[] {
  const [was, is] = [standings(columns, before), standings(columns, after)]
  const units = [...new Set([...was.keys(), ...is.keys()])]
  const turns = units.map(unit => ({
    unit,
    before: was.get(unit) ?? NO_PROJECT,
    after: is.get(unit) ?? NO_PROJECT,
  }))
  const place = ({ rank }: UnitStanding) => rank ?? Number.MAX_SAFE_INTEGER
  return turns.sort(
    (a, b) =>
      place(a.after) - place(b.after) || place(a.before) - place(b.before) || compareText(a.unit, b.unit),
  )
}

const NO_PROJECT: UnitStanding = { projects: 0, colours: {}, red: { n: 0, d: 0 }, rank: null }

function standings({ projects }: Columns, side: Side): Map<string, UnitStanding> {
  const counts = new Map<string, Int32Array>()
  for (let p = 0; p < projects.length; p++) {
    const unit = projects[p]?.leadUnit
    if (unit === undefined || !side.listed[p]) continue
    let of = counts.get(unit)
    if (!of) {
      of = new Int32Array(side.meanings.length)
      counts.set(unit, of)
    }
    const code = side.overall[p] ?? 0
    of[code] = (of[code] ?? 0) + 1
  }
  const unranked = [...counts].map(([unit, of]) => [unit, standingOf(side, of)] as const)
  const shares = unranked.map(([, { red }]) => red).sort((a, b) => compareRates(b, a))
  return new Map(
    unranked.map(([unit, standing]) => [
      unit,
      { ...standing, rank: 1 + shares.findIndex(share => compareRates(share, standing.red) === 0) },
    ]),
  )
}

function standingOf({ meanings }: Side, counts: Int32Array): Omit<UnitStanding, 'rank'> {
  const worst = Math.max(...meanings.map(({ severity }) => severity))
  const colours: Record<string, number> = {}
  let [projects, red] = [0, 0]
  meanings.forEach(({ colour, severity }, code) => {
    const count = counts[code] ?? 0
    colours[colour] = (colours[colour] ?? 0) + count
    projects += count
    if (severity === worst) red += count
  })
  return { projects, colours, red: { n: red, d: projects } }
}
