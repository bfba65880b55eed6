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

/** The words, colours and money of a plan, as the screens need them. */
export function vocabularyOf(scheme: Scheme, units: readonly UnitFact[]): Vocabulary {
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
