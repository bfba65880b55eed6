import type { Program } from '../evaluate/program.ts'
import type { Columns } from './columns.ts'
import { togetherCodes } from './together.ts'

/** No light: the rule does not look at the project, or its list is not of the year. */
const NOT_JUDGED = 0

/** The lights of each row and project put together as the plan has it. */
export function worstCodes(program: Program, { plans, projects }: Columns, lights: Uint8Array) {
  const count = program.lights.length
  const severities = [-1, ...program.scheme.colours.map(({ severity }) => severity)]
  const severity = (code: number) => severities[code] ?? -1
  const onList =
    program.scheme.overall.by === 'worst'
      ? worstOfRows(lights, plans.project.length, count, severity)
      : togetherCodes(program, plans, lights, severity)
  const order = plans.lists.map(list => program.listOrder.get(list) ?? program.listOrder.size)
  const overall = new Uint8Array(projects.length)
  const place = new Int32Array(projects.length)
  for (let row = 0; row < onList.length; row++) {
    const p = plans.project[row] ?? -1
    const code = onList[row] ?? NOT_JUDGED
    const at = order[plans.list[row] ?? -1] ?? 0
    const more = severity(code) - severity(overall[p] ?? NOT_JUDGED)
    // Of colours of one severity that of the first list counts.
    if (more < 0 || (more === 0 && at >= (place[p] ?? 0))) continue
    overall[p] = code
    place[p] = at
  }
  return { onList: sharedOnList(plans, onList, severity), overall }
}

function worstOfRows(
  lights: Uint8Array,
  rows: number,
  count: number,
  severity: (code: number) => number,
): Uint8Array {
  const onList = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    let worst = NOT_JUDGED
    for (let light = 0; light < count; light++) {
      const code = lights[row * count + light] ?? NOT_JUDGED
      if (severity(code) > severity(worst)) worst = code
    }
    onList[row] = worst
  }
  return onList
}

/** A project may stand on one list twice, by year and without: both rows show the worst of both. */
function sharedOnList(
  { project, list }: Columns['plans'],
  onList: Uint8Array,
  severity: (code: number) => number,
): Uint8Array {
  const shared = onList.slice()
  for (let row = 0; row < onList.length; row++) {
    for (let other = row + 1; project[other] === project[row]; other++) {
      if (list[other] !== list[row]) continue
      const worse = severity(shared[other] ?? 0) > severity(shared[row] ?? 0) ? shared[other] : shared[row]
      shared[row] = worse ?? NOT_JUDGED
      shared[other] = worse ?? NOT_JUDGED
    }
  }
  return shared
}
