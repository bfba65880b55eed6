import type { Program } from '../evaluate/program.ts'
import type { PlanColumns } from './plans.ts'

/** Of each row, the code of its list where a plan puts lights together otherwise than by the worst. */
export function togetherCodes(
  { scheme, lights }: Program,
  { project, list }: PlanColumns,
  codes: Uint8Array,
  severity: (code: number) => number,
): Uint8Array {
  const how = scheme.overall
  const codeOf = (colour: string) => 1 + scheme.colours.findIndex(({ id }) => id === colour)
  const worst = (of: readonly number[]) =>
    of.reduce((held, code) => (severity(code) > severity(held) ? code : held), 0)
  const onList = new Uint8Array(project.length)
  for (let row = 0; row < onList.length; row++) {
    const found = rowsAlike(row).flatMap(alike =>
      lights.map(({ light }, at) => ({
        code: codes[alike * lights.length + at] ?? 0,
        dimension: light.dimension,
      })),
    )
    const all = found.map(one => one.code)
    switch (how.by) {
      case 'worst':
        onList[row] = worst(all)
        break
      case 'dimension-order':
        onList[row] =
          how.dimensions
            .map(dimension => worst(found.filter(one => one.dimension === dimension).map(one => one.code)))
            .find(code => severity(code) >= 0) ?? 0
        break
      case 'count': {
        const enough = all.filter(code => code === codeOf(how.of)).length >= how.atLeast
        const held = worst(all)
        onList[row] = enough && severity(codeOf(how.becomes)) > severity(held) ? codeOf(how.becomes) : held
      }
    }
  }
  return onList

  /** Rows of the same project on the same list: those of one project lie together. */
  function rowsAlike(row: number): number[] {
    const rows: number[] = []
    let first = row
    while (first > 0 && project[first - 1] === project[row]) first -= 1
    for (let at = first; at < project.length && project[at] === project[row]; at++) {
      if (list[at] === list[row]) rows.push(at)
    }
    return rows
  }
}
