import type { Form } from '@guatu/contract'

export type Single = Form['cells'][number]
export type Holds = Single['holds']

/** A choice of what a cell holds as one text, for a list to choose from. */
export function holdsKey(holds: Holds): string {
  switch (holds.kind) {
    case 'indicator':
      return ['indicator', holds.indicator, holds.scope, holds.part].join('|')
    case 'list':
      return ['list', holds.list, holds.part, holds.field ?? ''].join('|')
    default:
      return holds.kind
  }
}

export function holdsOf(key: string, unit: string | null): Holds {
  const [kind, id = '', third = '', fourth = ''] = key.split('|')
  if (kind === 'indicator')
    return {
      kind,
      indicator: id,
      scope: third,
      part: fourth === 'numerator' || fourth === 'denominator' ? fourth : 'value',
      unit,
    }
  if (kind === 'list') {
    const sums = third === 'sum'
    return { kind, list: id, part: sums ? 'sum' : 'count', field: sums ? fourth : null, unit }
  }
  return { kind: kind === 'period' || kind === 'as-of' ? kind : 'jurisdiction' }
}

/** Sums that forms ask of a list. */
export const SUMMED = ['annual-plan', 'invest-ytd', 'total-invest', 'paid-ytd'] as const

export const keepsUnit = (holds: Holds): string | null => ('unit' in holds ? holds.unit : null)
