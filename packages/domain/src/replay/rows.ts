import type { Columns } from '../columns/index.ts'

/** Of each row of the plans, the first row of the same project on the same list: one may stand there by year and without. */
export function firstRows({ plans: { project, list } }: Columns): Int32Array {
  const first = new Int32Array(project.length)
  for (let row = 0; row < first.length; row++) {
    first[row] = row
    for (let other = row - 1; other >= 0 && project[other] === project[row]; other--) {
      if (list[other] === list[row]) first[row] = other
    }
  }
  return first
}
