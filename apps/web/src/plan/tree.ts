import type { SchemeClause, SchemeItem } from '@guatu/contract'

export interface Section {
  /** `一`; empty: places that are not numbered so. */
  readonly name: string
  readonly clauses: readonly SchemeClause[]
}

const NUMBERED = /^[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+/

/** One to ten, as plans number their sections and parts. */
const NUMERALS = '\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341'
const order = new Intl.Collator('en', { numeric: true })

/** By its first place; a text that compares as the places follow each other. */
const rank = ({ clause }: SchemeClause) =>
  (clause.split(/[,\u3001]/)[0] ?? '').replace(/[\u4e00-\u9fff]/g, one => `${NUMERALS.indexOf(one) + 1} `)

/** Clauses by the section of their first place, in its order; sections in the order in which they first occur. */
export function sectionsOf(clauses: readonly SchemeClause[]): Section[] {
  const sections = new Map<string, SchemeClause[]>()
  for (const clause of clauses) {
    const name = NUMBERED.exec(clause.clause)?.[0] ?? ''
    sections.set(name, [...(sections.get(name) ?? []), clause])
  }
  return [...sections].map(([name, held]) => ({
    name,
    clauses: name ? held.sort((a, b) => order.compare(rank(a), rank(b))) : held,
  }))
}

export const keyOf = ({ kind, id }: Pick<SchemeItem, 'kind' | 'id'>) => `${kind}:${id}`

/** By which the page is asked for an item that cites no clause. */
export const anchorOf = ({ kind, id }: Pick<SchemeItem, 'kind' | 'id'>) => `item-${kind}-${id}`

/** Where a link from a figure or light leads: its first clause, or itself. */
export const placeOf = (item: {
  readonly kind: string
  readonly id: string
  readonly covers: readonly string[]
}) => item.covers[0] ?? anchorOf(item)
