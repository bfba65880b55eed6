import { measuresOf } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import { indicatorsOf } from '../lint/values.ts'
import { quantityWords } from '../sentence/quantity.ts'
import { type PlacedParty, parties } from './party.ts'
import type { PlanReport } from './report.ts'

interface Use {
  readonly word: string
  /** The figure below the line. */
  readonly over: string
  readonly at: PlacedParty
}

/** One word for rates over two figures: a reader cannot tell which is meant. */
export function rateWords(scheme: Scheme, report: PlanReport): void {
  const uses = [...usesInTargets(scheme), ...usesInLights(scheme)]
  for (const light of usesInLights(scheme)) {
    const others = uses.filter(one => one.word === light.word && one.over !== light.over)
    if (others.length === 0) continue
    const over = (lang: 'zh' | 'en') =>
      [light, ...others.slice(0, 1)].map(one => quantityWords(one.over, scheme, lang))
    report(
      'caliber.word',
      [light.at, ...others.map(one => one.at)],
      `“${light.word}”一处比${over('zh').join('，一处比')}`,
      `"${light.word}" is over ${over('en').join(' in one place, over ')} in the other`,
    )
  }
}

/** 投资完成率 → 完成率 */
const wordsOf = (terms: readonly string[]) =>
  new Set(terms.flatMap(term => /[\u4e00-\u9fff]{2}率/g.exec(term)?.[0] ?? []))

function usesInTargets(scheme: Scheme): Use[] {
  return scheme.targets.flatMap(target => {
    const [one, ...more] = indicatorsOf(scheme, target)
    if (more.length > 0 || one?.origin !== 'from-projects' || one.shape !== 'ratio') return []
    const { denominator } = one
    if (!('sum' in denominator) || typeof denominator.sum !== 'string') return []
    return named(target.terms, denominator.sum, parties(scheme, 'targets', [target.id]))
  })
}

const usesInLights = (scheme: Scheme): Use[] =>
  scheme.lights.flatMap(light =>
    measuresOf(light).flatMap(measure =>
      measure.kind === 'ratio' && typeof measure.to === 'string'
        ? named(light.terms, measure.to, parties(scheme, 'lights', [light.id]))
        : [],
    ),
  )

const named = (terms: readonly string[], over: string, at: readonly PlacedParty[]): Use[] =>
  at.flatMap(party => [...wordsOf(terms)].map(word => ({ word, over, at: party })))
