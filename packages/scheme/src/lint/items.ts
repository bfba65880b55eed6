import type { Scheme } from '../language/scheme.ts'

/** The kinds of item and where they stand in the file, as coverage names them. */
export const KINDS = {
  lists: 'list',
  indicators: 'indicator',
  targets: 'target',
  cadences: 'cadence',
  lights: 'light',
  actions: 'action',
  duties: 'duty',
  tasks: 'task',
  procedures: 'procedure',
  funnels: 'funnel',
  funds: 'fund',
  scores: 'score',
  boards: 'score',
  disclosures: 'disclosure',
  documents: 'document',
} as const
export type ItemKey = keyof typeof KINDS
export type ItemKind = (typeof KINDS)[ItemKey]
export type Item = Scheme[ItemKey][number]

export interface PlacedItem {
  readonly key: ItemKey
  readonly kind: ItemKind
  readonly index: number
  readonly item: Item
}

/** Every item of a scheme with its kind and its place. */
export const itemsOf = (scheme: Scheme): PlacedItem[] =>
  (Object.keys(KINDS) as ItemKey[]).flatMap(key =>
    scheme[key].map((item, index) => ({ key, kind: KINDS[key], index, item })),
  )
