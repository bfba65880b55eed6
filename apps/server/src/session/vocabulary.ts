import type { Vocabulary } from '@guatu/contract'
import { COMMON_FIELDS, type CommonField, type UnitFact } from '@guatu/domain'
import type { Scheme } from '@guatu/scheme'
import { FIELD_NAMES } from './field-names.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}
const named = ({ id, name, nameEn }: Named) => ({ id, name, nameEn })

/** Of each plan, with the units that it was made for: another array of units is another state of them. */
const kept = new WeakMap<Scheme, { readonly units: readonly UnitFact[]; readonly vocabulary: Vocabulary }>()

/** The words, colours and money of a plan, as the screens need them. Kept while plan and units are the same. */
export function vocabularyOf(scheme: Scheme, units: readonly UnitFact[]): Vocabulary {
  const known = kept.get(scheme)
  if (known?.units === units) return known.vocabulary
  const vocabulary = madeOf(scheme, units)
  kept.set(scheme, { units, vocabulary })
  return vocabulary
}

function madeOf(scheme: Scheme, units: readonly UnitFact[]): Vocabulary {
  const common = Object.entries(COMMON_FIELDS).map(([id, { type }]) => ({
    id,
    ...FIELD_NAMES[id as CommonField],
    type,
  }))
  return {
    scheme: scheme.scheme,
    name: scheme.name,
    nameEn: scheme.nameEn,
    currency: scheme.currency,
    colours: scheme.colours,
    lists: scheme.lists.map(list => ({ ...named(list), year: list.year })),
    lights: scheme.lights.map(light => ({
      ...named(light),
      dimension: light.dimension,
      clause: light.clause,
    })),
    indicators: scheme.indicators.map(named),
    targets: scheme.targets.map(named),
    cadences: scheme.cadences.map(cadence => ({ ...named(cadence), asksReturn: cadence.asksReturn })),
    fields: [...common, ...scheme.fields.map(field => ({ ...named(field), type: field.type }))],
    units: units.map(({ id, name, kind }) => ({ id, name, kind })),
    returnPeriod: returnPeriod(scheme),
  }
}

/** The rhythm of the first cadence that asks for returns. */
export const returnPeriod = (scheme: Scheme): Vocabulary['returnPeriod'] =>
  scheme.cadences.find(cadence => cadence.asksReturn)?.every ?? 'month'
