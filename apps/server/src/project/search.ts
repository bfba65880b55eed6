import { PROJECT_FACETS, type ProjectQuery, splitValues } from '@guatu/contract'
import type { ProjectSearch, Range } from '@guatu/domain'
import { groupBy, parseRate } from '@guatu/kernel'

/** The filters of an address as the library takes them. */
export function searchOf(query: ProjectQuery): ProjectSearch {
  const chosen = PROJECT_FACETS.flatMap(name => {
    const wanted = splitValues(query[name])
    return wanted.length > 0 ? [[name, wanted]] : []
  })
  const amount = (minor: number | undefined) => (minor === undefined ? undefined : { n: minor, d: 1 })
  const percent = (text: string | undefined) => (text === undefined ? undefined : parseRate(`${text}%`))
  return {
    q: query.q,
    chosen: Object.fromEntries(chosen),
    lights: lightsOf(splitValues(query.light)),
    ranges: {
      'total-invest': range(amount(query.totalMin), amount(query.totalMax)),
      'annual-plan': range(amount(query.planMin), amount(query.planMax)),
      completion: range(percent(query.doneMin), percent(query.doneMax)),
    },
    silent: query.silent === 'yes',
    sort: query.sort,
    order: query.order,
  }
}

const range = (min: Range['min'], max: Range['max']): Range | undefined =>
  min || max ? { min, max } : undefined

/** `progress:red` … by dimension; what has no colour is left out. */
function lightsOf(values: readonly string[]): Record<string, string[]> {
  const pairs = values.flatMap(value => {
    const at = value.lastIndexOf(':')
    return at > 0 ? [[value.slice(0, at), value.slice(at + 1)] as const] : []
  })
  const groups = groupBy(pairs, ([dimension]) => dimension)
  return Object.fromEntries(
    [...groups].map(([dimension, all]) => [dimension, all.map(([, colour]) => colour)]),
  )
}
