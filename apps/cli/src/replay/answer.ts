import type { LightValue, ReplayedMoment, UnitStanding } from '@guatu/domain'

/** What `--json` gives: a member for each period, with every light, unit, action and target that differs. */
export const answerOf = (replayed: readonly ReplayedMoment[]) => ({ periods: replayed.map(periodOf) })

function periodOf(one: ReplayedMoment) {
  const { moment, matrix, projects, changed, recoloured, ways, targets } = one
  const { projects: known, plans } = moment.columns
  const place = (p: number, row: number) => ({
    project: known[p]?.id ?? '',
    list: plans.lists[plans.list[row] ?? -1] ?? '',
  })
  return {
    period: moment.period,
    asOf: moment.asOf,
    projects,
    changed,
    recoloured,
    worse: ways.worse,
    better: ways.better,
    matrix,
    lights: [...one.lights()]
      .filter(turn => turn.changed)
      .map(turn => {
        const { before, after } = one.told(turn)
        return {
          ...place(turn.p, turn.row),
          dimension: turn.dimension,
          before: saidOf(before),
          after: saidOf(after),
        }
      }),
    units: one.units().map(({ unit, before, after }) => ({
      unit,
      before: standingOf(before),
      after: standingOf(after),
    })),
    actions: [...one.actions()].map(({ p, row, action, on, turn }) => ({
      ...place(p, row),
      action,
      on,
      turn,
    })),
    targets,
  }
}

const saidOf = (light: LightValue | null) =>
  light && JSON.parse(JSON.stringify({ ...light, project: undefined, list: undefined, dimension: undefined }))

const standingOf = ({ projects, colours, red, rank }: UnitStanding) => ({
  projects,
  colours,
  red: red.n,
  rank,
})
