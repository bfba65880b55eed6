import type { Scheme } from '../language/scheme.ts'
import { figureType } from '../language/vocabulary.ts'
import { named } from './named.ts'
import type { Report } from './report.ts'

/** Terms run from something, and the figure that decides is an amount. */
export function disclosures(scheme: Scheme, report: Report): void {
  scheme.disclosures.forEach(({ from, pieces }, index) => {
    const path = ['disclosures', index]
    named(pieces, [...path, 'pieces'], report)
    pieces.forEach(({ id, after, within }, at) => {
      if (within && after === undefined)
        report([...path, 'pieces', at], 'disclosure.after', `the time for ${id} begins with nothing`)
    })
    if (!from) return
    const at = [...path, 'from', 'figure']
    const type = figureType(from.figure, scheme.fields)
    if (type === undefined) report(at, 'ref.figure', `there is no figure ${from.figure}`)
    else if (type !== 'money') report(at, 'figure.type', `${from.figure} is a ${type}`)
  })
}
