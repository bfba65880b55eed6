import type { Scheme } from '../language/scheme.ts'
import { type ItemKind, itemsOf } from '../lint/items.ts'
import type { Lang } from '../sentence/index.ts'
import { itemSentence } from '../sentence/item.ts'
import { type KeyChange, keyChanges } from './flat.ts'

export type PartKind = ItemKind | 'setting' | 'unit' | 'colour' | 'field' | 'plan'

/** One thing that two versions of a plan say differently. */
export interface SchemeChange {
  readonly kind: PartKind
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Of a changed thing: what differs, leaf by leaf. */
  readonly keys: readonly KeyChange[]
  /** The rule as one sentence, where its kind has one. */
  readonly before: Said | null
  readonly after: Said | null
}
export type Said = Readonly<Record<Lang, string>>

interface Part {
  readonly kind: PartKind
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly value: unknown
  readonly said: Said | null
}

/** What differs from `a` to `b`, in the order of `b`, then what `b` no longer has. */
export function compareSchemes(a: Scheme, b: Scheme): SchemeChange[] {
  const [before, after] = [partsOf(a), partsOf(b)]
  const changes: SchemeChange[] = []
  for (const [key, now] of after) {
    const was = before.get(key)
    const keys = was ? keyChanges(was.value, now.value) : []
    if (was && keys.length === 0 && now.said?.zh === was.said?.zh) continue
    changes.push({
      ...head(now),
      change: was ? 'changed' : 'added',
      keys,
      before: was?.said ?? null,
      after: now.said,
    })
  }
  for (const [key, was] of before) {
    if (!after.has(key))
      changes.push({ ...head(was), change: 'removed', keys: [], before: was.said, after: null })
  }
  return changes
}

const head = ({ kind, id, name, nameEn }: Part) => ({ kind, id, name, nameEn })

function partsOf(scheme: Scheme): Map<string, Part> {
  const parts: Part[] = [
    ...itemsOf(scheme).map((placed): Part => {
      const { kind, item } = placed
      const [zh, en] = (['zh', 'en'] as const).map(lang => itemSentence(placed, scheme, lang))
      const said = zh === undefined || en === undefined ? null : { zh, en }
      return { kind, id: item.id, name: item.name, nameEn: item.nameEn, value: item, said }
    }),
    ...Object.entries(scheme.settings).map(
      ([id, value]): Part => ({
        kind: 'setting',
        id,
        name: value.about,
        nameEn: value.aboutEn,
        value,
        said: null,
      }),
    ),
    ...scheme.units.map(one => plainPart('unit', one.id, { ...one, nameEn: one.nameEn ?? one.name })),
    ...scheme.colours.map(one => plainPart('colour', one.id, one)),
    ...scheme.fields.map(one => plainPart('field', one.id, one)),
    wholeOf(scheme),
  ]
  return new Map(parts.map(part => [`${part.kind} ${part.id}`, part]))
}

const plainPart = (
  kind: PartKind,
  id: string,
  value: { readonly name: string; readonly nameEn: string },
): Part => ({ kind, id, name: value.name, nameEn: value.nameEn, value, said: null })

/** What a plan says of itself. */
function wholeOf(scheme: Scheme): Part {
  const { name, nameEn, source, office, inForce, currency, timeZone, board, jurisdiction } = scheme
  const value = { name, nameEn, source, office, inForce, currency, timeZone, board, jurisdiction }
  return { kind: 'plan', id: scheme.scheme, name, nameEn, value, said: null }
}
