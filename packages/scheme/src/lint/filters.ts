import type { Filter } from '../language/filter.ts'
import type { Scheme } from '../language/scheme.ts'
import { figureType } from '../language/vocabulary.ts'
import { intervalOf } from './limits.ts'
import { cutType, isText } from './quantities.ts'
import type { Report } from './report.ts'

type Path = readonly PropertyKey[]

/** Figures and texts that filters ask of are there, and cuts are of their type. */
export function filters(scheme: Scheme, report: Report): void {
  scheme.lights.forEach((light, index) => {
    one(scheme, light.where, ['lights', index, 'where'], report)
  })
  for (const key of ['procedures', 'disclosures', 'duties', 'funds'] as const) {
    scheme[key].forEach((item, index) => {
      if ('where' in item) one(scheme, item.where, [key, index, 'where'], report)
    })
  }
  scheme.lists.forEach((list, index) => {
    list.states.forEach((state, at) => {
      one(scheme, state.where, ['lists', index, 'states', at, 'where'], report)
    })
  })
  scheme.indicators.forEach((indicator, index) => {
    if (indicator.origin === 'reported') return
    const ends =
      indicator.shape === 'ratio'
        ? ([
            ['numerator', indicator.numerator],
            ['denominator', indicator.denominator],
          ] as const)
        : ([['of', indicator.of]] as const)
    for (const [key, end] of ends) one(scheme, end.where, ['indicators', index, key, 'where'], report)
  })
}

function one(scheme: Scheme, { figures, is, isNot }: Filter, path: Path, report: Report): void {
  for (const [name, range] of Object.entries(figures ?? {})) {
    const at = [...path, 'figures', name]
    const type = cutType(scheme, {}, { kind: 'value', of: name })
    if (type) intervalOf(scheme, range, type, at, report)
    else if (figureType(name, scheme.fields) === undefined)
      report(at, 'ref.figure', `there is no figure ${name}`)
    else report(at, 'figure.type', `${name} is no amount, count or rate`)
  }
  for (const [key, texts] of [
    ['is', is],
    ['isNot', isNot],
  ] as const) {
    for (const name of Object.keys(texts ?? {})) {
      if (!isText(scheme, name)) report([...path, key, name], 'ref.figure', `there is no text ${name}`)
    }
  }
}
