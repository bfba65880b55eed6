import { type Condition, type Leaf, leavesOf } from '../language/condition.ts'
import type { Light, Row } from '../language/light.ts'
import type { Quantity } from '../language/measure.ts'
import type { Scheme } from '../language/scheme.ts'
import { Implication } from './implication.ts'
import { intervalOf } from './limits.ts'
import { cutType, figures, isText, nameOf, quantityType } from './quantities.ts'
import type { Report } from './report.ts'

type Path = readonly PropertyKey[]

/** Rows are complete, each can be reached, and their conditions speak of figures that there are. */
export function rows(scheme: Scheme, light: Light, given: readonly Row[], path: Path, report: Report): void {
  const before: Condition[] = []
  const implied = new Implication((measure, range) => {
    const type = cutType(scheme, light, measure)
    return type ? intervalOf(scheme, range, type, [], () => undefined) : {}
  })
  for (const [index, { when }] of given.entries()) {
    const at = [...path, 'rows', index]
    const last = index === given.length - 1
    if ((when === undefined) !== last) {
      report(at, 'rows.open', last ? 'the last row has a condition' : 'a row before the last has none')
      continue
    }
    if (!when) continue
    for (const leaf of leavesOf(when)) leafFindings(scheme, light, leaf, at, report)
    if (implied.never(when)) report(at, 'rows.never', 'the condition contradicts itself')
    else if (before.some(one => implied.holds(when, one))) {
      report(at, 'rows.unreachable', 'a row before takes all that this one would')
    }
    before.push(when)
  }
}

function leafFindings(scheme: Scheme, light: Light, leaf: Leaf, at: Path, report: Report): void {
  if ('measure' in leaf) {
    figures(scheme, light, leaf.measure, at, report)
    const type = cutType(scheme, light, leaf.measure)
    if (type) intervalOf(scheme, leaf.is, type, at, report)
    return
  }
  if ('figure' in leaf) {
    if (light.of !== undefined || !isText(scheme, leaf.figure)) {
      report(at, 'ref.figure', `there is no text ${leaf.figure}`)
    }
    return
  }
  const asked: Quantity = 'reported' in leaf ? leaf.reported : leaf.missing
  const text = typeof asked === 'string' && light.of === undefined && isText(scheme, asked)
  if (!text && quantityType(scheme, light, asked) === undefined) {
    report(at, 'ref.figure', `there is no figure ${nameOf(asked)}`)
  }
}
