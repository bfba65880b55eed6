/** A year in a box of that width and height: where the lines go. */
export interface Spark {
  /** Plan of the year, cumulative; empty without a plan. */
  readonly plan: string
  /** Done: one run of points for each stretch of months that were reported. */
  readonly done: readonly string[]
  /** The last reported month end. */
  readonly last: { readonly x: number; readonly y: number } | undefined
}

const MONTHS = 12

export function spark(
  done: readonly (number | null)[],
  plan: readonly number[] | null,
  width: number,
  height: number,
): Spark {
  const most = Math.max(1, ...(plan ?? []), ...done.map(value => value ?? 0))
  const x = (month: number) => Math.round(((month + 1) * width * 10) / MONTHS) / 10
  const y = (value: number) => Math.round((height - (value * height) / most) * 10) / 10
  const runs: string[][] = []
  let last: Spark['last']
  let open = false
  for (const [month, value] of done.entries()) {
    if (value === null) {
      open = false
      continue
    }
    last = { x: x(month), y: y(value) }
    const point = `${last.x},${last.y}`
    if (open) runs.at(-1)?.push(point)
    else runs.push(month === 0 ? [`0,${y(0)}`, point] : [point])
    open = true
  }
  const planned = plan ? [`0,${y(0)}`, ...plan.map((value, month) => `${x(month)},${y(value)}`)] : []
  return { plan: planned.join(' '), done: runs.map(run => run.join(' ')), last }
}
