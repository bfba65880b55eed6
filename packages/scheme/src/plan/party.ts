import type { Scheme } from '../language/scheme.ts'
import { type Item, type ItemKey, KINDS } from '../lint/items.ts'
import type { Party } from './finding.ts'

/** A party with its place in the file. */
export interface PlacedParty extends Party {
  readonly path: readonly PropertyKey[]
}

/** An item of the scheme as a party; undefined where there is none of that id. */
function party(scheme: Scheme, key: ItemKey, id: string): PlacedParty | undefined {
  const items: readonly Item[] = scheme[key]
  const index = items.findIndex(one => one.id === id)
  const item = items[index]
  if (!item) return undefined
  const { name, nameEn, clause, covers } = item
  return { kind: KINDS[key], id, name, nameEn, clause, covers, path: [key, index] }
}

/** Those of the ids that are there. */
export const parties = (scheme: Scheme, key: ItemKey, ids: readonly string[]): PlacedParty[] =>
  ids.flatMap(id => party(scheme, key, id) ?? [])

/** The document itself. */
export const document = (scheme: Scheme): PlacedParty => ({
  kind: 'source',
  id: 'source',
  name: scheme.source.title,
  nameEn: scheme.nameEn,
  covers: [],
  path: ['source'],
})
