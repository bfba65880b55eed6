import type { SchemeClause } from '@guatu/contract'
import { itemsOf, locatorsOf, type PlacedItem, parseClauses, type Scheme } from '@guatu/scheme'

/** `target:fai`, by which pages name an item of any kind. */
const itemKey = ({ kind, item }: Pick<PlacedItem, 'kind' | 'item'>) => `${kind}:${item.id}`

/**
 * The plan's clauses with the items that run each. A plan without a table of clauses gets one from what its items
 * cite, a clause per place.
 */
export function clausesOfScheme(scheme: Scheme, table: string | null): SchemeClause[] {
  const items = itemsOf(scheme)
  const known = table === null ? undefined : parseClauses(table, 'clauses.yaml').table?.clauses
  const clauses = known ?? cited(items)
  return clauses.map(({ id, clause, kind, name }) => ({
    id,
    clause,
    kind,
    name,
    items: items.filter(({ item }) => item.covers.includes(id)).map(itemKey),
  }))
}

function cited(items: readonly PlacedItem[]) {
  const places = new Map<string, { id: string; clause: string; kind: string; name: string }>()
  for (const { kind, item } of items) {
    for (const id of item.covers) {
      if (places.has(id)) continue
      places.set(id, { id, clause: item.clause ?? '', kind, name: item.name })
    }
  }
  return [...places.values()].sort((a, b) => (firstPlace(a.clause) < firstPlace(b.clause) ? -1 : 1))
}

const firstPlace = (clause: string) => locatorsOf(clause)[0] ?? ''
